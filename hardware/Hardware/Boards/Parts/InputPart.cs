using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Boards.Parts;

/// <summary>A pin that the box reads.</summary>
/// <param name="Pin">Name of the pin; <c>keys.P0</c> is P0 of the expander keys.</param>
/// <param name="ActiveLow">True when it tells while it is low.</param>
/// <param name="Pull">The pull resistor.</param>
public sealed record InputPart(string Pin, bool ActiveLow, ResistorMode Pull);
