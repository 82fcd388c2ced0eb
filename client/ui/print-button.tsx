import { Button } from './button';
import { useUiWords } from './words';

/** Prints the page as it stands; what cannot be used on paper is left out (`data-print="no"`). */
export function PrintButton(props: { label?: string }) {
  const t = useUiWords();
  return (
    <Button icon="print" onClick={() => window.print()}>
      {props.label ?? t.print}
    </Button>
  );
}
