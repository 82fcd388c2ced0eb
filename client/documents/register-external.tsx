export default function RegisterExternal() {
  return null;
}
