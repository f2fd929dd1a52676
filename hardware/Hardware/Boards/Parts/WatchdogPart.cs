namespace Switchhook.Hardware.Boards.Parts;

/// <summary>The hardware watchdog of a board: it starts the board anew when the box does not feed it.</summary>
/// <param name="Device">Its device, such as <c>/dev/watchdog</c>.</param>
/// <param name="Timeout">How long it waits to be fed.</param>
public sealed record WatchdogPart(string Device, TimeSpan Timeout);
