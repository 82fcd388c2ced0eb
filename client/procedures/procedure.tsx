import { Navigate, useParams } from '@solidjs/router';

/** A procedure is read as the document it is: this address leads there. */
export default function ProcedurePage() {
  const params = useParams<{ id: string }>();
  return <Navigate href={`/documents/${params.id}`} />;
}
