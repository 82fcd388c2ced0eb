export default function NewDocument() {
  return null;
}
