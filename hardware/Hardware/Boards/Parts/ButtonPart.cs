using System.Collections.Immutable;
using Switchhook.Hardware.Panel;

namespace Switchhook.Hardware.Boards.Parts;

/// <summary>A button of a board.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Input">Its pin.</param>
/// <param name="Press">What it does when it is pressed shortly; null for nothing.</param>
/// <param name="Stages">What it does when it is held, in the order of time; empty for a button that is only pressed.</param>
public sealed record ButtonPart(string Name, InputPart Input, ButtonAction? Press, ImmutableArray<ButtonStage> Stages);
