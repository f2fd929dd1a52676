using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;

namespace Switchhook.Site.Reading.Flows;

/// <summary>Reads where a step sends the caller: a flow, <c>next</c>, <c>hang-up</c>, one step, or a list of steps.</summary>
internal static class BranchReader
{
    private const string NextWord = "next";

    private const string HangUpWord = "hang-up";

    /// <summary>True for a word that a branch may say instead of a flow.</summary>
    public static bool IsWord(string text) => text is NextWord or HangUpWord;

    /// <summary>A branch that the file leaves out: on with the next step.</summary>
    public static BranchDraft Next(string when, Place at) => new(when, at, null, []) { IsImplied = true };

    /// <summary>Reads the branch of a key; on with the next step without the key.</summary>
    public static BranchDraft Read(YamlFields fields, string key, StepReading reading, bool isChosen = false) =>
        fields.Node(key) is { } node ? Read(node, key, reading, isChosen) : Next(key, fields.At);

    /// <summary>Reads a branch. Of a wrong one, which is noted, is known only that it is there.</summary>
    /// <param name="node">What the file says.</param>
    /// <param name="when">When it is taken, in words.</param>
    /// <param name="reading">Reads steps.</param>
    /// <param name="isChosen">True when a caller comes here only by a key that he presses.</param>
    public static BranchDraft Read(YamlNode node, string when, StepReading reading, bool isChosen)
    {
        var branch = new BranchDraft(when, node.At, null, null) { IsChosen = isChosen };
        switch (node)
        {
            case YamlText { IsEmpty: false, Text: NextWord }:
                return branch with { Steps = [] };
            case YamlText { IsEmpty: false, Text: HangUpWord }:
                return branch with { Steps = [new HangUpDraft(node.At)] };
            case YamlText { IsEmpty: false }:
                return branch with { Flow = reading.Values.Text(node, when) };
            case YamlMap:
                return branch with { Steps = reading.List(new YamlList(node.At, [node]), $"\"{when}\"") };
            case YamlList { Items.Count: > 0 } list:
                return branch with { Steps = reading.List(list, $"\"{when}\"") };
            default:
                reading.Log.Error(
                    node.At,
                    $"\"{when}\" leads nowhere.",
                    $"Write the name of a flow, a list of steps, \"{NextWord}\" or \"{HangUpWord}\".");
                return branch;
        }
    }
}
