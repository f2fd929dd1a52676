namespace Switchhook.Bench.Web;

/// <summary>How a box was while it was looked at. Times are in milliseconds, memory in bytes.</summary>
/// <param name="Ticks">Ticks of its audio clock.</param>
/// <param name="Median">How late half of the ticks were at most.</param>
/// <param name="P99">How late 99 % were at most.</param>
/// <param name="P999">How late 99.9 % were at most.</param>
/// <param name="Max">How late the worst was.</param>
/// <param name="OverOneBlock">Ticks over 20 ms late.</param>
/// <param name="Cores">Processor time of its process, in cores.</param>
/// <param name="Heap">Managed memory after a full collection.</param>
/// <param name="Resident">Memory of the process.</param>
/// <param name="Collections">Collections of garbage, of all generations.</param>
/// <param name="Pause">How long they stopped all threads, together.</param>
/// <param name="Allocated">Managed memory that was asked for.</param>
internal sealed record BoxFigures(
    long Ticks, double Median, double P99, double P999, double Max, long OverOneBlock, double Cores, long Heap, long Resident,
    int Collections, double Pause, long Allocated);
