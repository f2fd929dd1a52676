namespace Switchhook.Hardware.Boards;

/// <summary>A line card of a board.</summary>
/// <param name="Name">Name on the board.</param>
/// <param name="FxoPorts">Ports towards the exchange.</param>
/// <param name="FxsPorts">Ports towards telephones.</param>
/// <param name="FirstFxo">Number of its first port towards the exchange: 5 when the cards before it have four.</param>
/// <param name="FirstFxs">Number of its first port towards telephones.</param>
/// <param name="Settings">What its driver wants to know; the type tells the driver.</param>
public sealed record CardConfig(string Name, int FxoPorts, int FxsPorts, int FirstFxo, int FirstFxs, CardSettings Settings);

/// <summary>A driver's own settings.</summary>
public abstract record CardSettings
{
    /// <summary>Name of the driver in board files.</summary>
    public abstract string Driver { get; }

    /// <summary>Pins of the board that the card needs besides its bus.</summary>
    public virtual IReadOnlyList<PinConfig> Pins => [];

    /// <summary>What of these settings does not fit to a card's ports, and the cure; null when all does.</summary>
    /// <param name="fxo">Ports towards the exchange.</param>
    /// <param name="fxs">Ports towards telephones.</param>
    internal virtual (string What, string Cure)? Disagreement(int fxo, int fxs) => null;

    /// <summary>
    /// True when the driver measures the voltage of its lines also while somebody else uses them; false when it only knows whether there is
    /// some. A power-fail relay needs the former.
    /// </summary>
    public virtual bool MeasuresVoltage => false;
}
