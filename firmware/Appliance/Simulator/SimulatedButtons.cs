using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Panel;
using Switchhook.Hardware.Simulated.Pins;
using Switchhook.Hardware.Yaml;
using Switchhook.Web.Seams;

namespace Switchhook.Appliance.Simulator;

/// <summary>The finger on the buttons of the simulated board.</summary>
/// <param name="board">The board.</param>
/// <param name="pins">Its pins; null when they are real, and nobody presses them from here.</param>
/// <param name="time">The clock.</param>
internal sealed class SimulatedButtons(Board board, SimulatedPins? pins, TimeProvider time)
{
    // Longer than a glitch, and shorter than any stage of a button that is held.
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);

    /// <summary>All buttons by name.</summary>
    public IReadOnlyList<SimulatedButtonState> States => pins is null
        ? []
        : [.. board.Buttons.Values.Select(part => new SimulatedButtonState(part.Name, Words(part), IsHeld(part)))];

    /// <summary>Presses a button for a moment.</summary>
    public void Press(string name)
    {
        Hold(name, held: true);
        ITimer? timer = null;
        timer = time.CreateTimer(
            _ =>
            {
                Hold(name, held: false);
                timer?.Dispose();
            },
            null,
            Short,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>Holds a button down, or lets it go.</summary>
    public void Hold(string name, bool held)
    {
        var input = board.Buttons[name].Input;
        pins?.SetLevel(input.Pin, held != input.ActiveLow);
    }

    private bool IsHeld(ButtonPart part) => pins?.LevelOf(part.Input.Pin) == !part.Input.ActiveLow;

    private static string Words(ButtonPart part)
    {
        string?[] all =
        [
            part.Press is { } press ? $"{InWords(press)} when pressed" : null,
            .. part.Stages.Select(stage => $"{InWords(stage.Action)} when held for {Durations.InWords(stage.After)}"),
        ];
        return string.Join(", ", all.OfType<string>());
    }

    private static string InWords(ButtonAction action) => KebabCase.Of(action).Replace('-', ' ');
}
