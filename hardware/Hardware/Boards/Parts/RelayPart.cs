namespace Switchhook.Hardware.Boards.Parts;

/// <summary>A relay of a board.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Pin">Name of the pin; <c>relays.QA0</c> is QA0 of the expander relays.</param>
/// <param name="ActiveLow">True when it pulls while the pin is low.</param>
/// <param name="PowerFail">What it connects while the box has no power; null for one that the site file may use for alerts.</param>
public sealed record RelayPart(string Name, string Pin, bool ActiveLow, PowerFailPart? PowerFail);

/// <summary>What a power-fail relay connects while it is at rest.</summary>
/// <param name="Line">Port of the line, such as <c>fxo1</c>.</param>
/// <param name="Phone">Port of the phone, such as <c>fxs1</c>.</param>
public sealed record PowerFailPart(string Line, string Phone);
