export function HistoryPlace() {
  return null;
}
