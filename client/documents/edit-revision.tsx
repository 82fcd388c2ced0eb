export default function EditRevision() {
  return null;
}
