using System.Collections.Immutable;
using Switchhook.Hardware.Boards.Parts;
using Switchhook.Hardware.Panel;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards.Reading;

/// <summary>Reads the buttons of a board file.</summary>
internal static class ButtonListReader
{
    private static readonly TimeSpan ShortestHold = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(1);

    private static readonly YamlKey[] Keys = [.. InputReader.Keys, YamlKey.Optional("press"), YamlKey.Optional("hold")];

    /// <summary>The buttons by name.</summary>
    public static ImmutableSortedDictionary<string, ButtonPart> Read(YamlFields board, PinLedger ledger, MistakeLog log)
    {
        var buttons = ImmutableSortedDictionary.CreateBuilder<string, ButtonPart>(StringComparer.Ordinal);
        foreach (var (name, fields) in PartList.Open(board, "buttons", "a pin", "night: {pin: GPIO27, press: night}", Keys, log))
        {
            var press = fields.Choice<ButtonAction>("press")?.Value;
            var stages = Stages(fields, log);
            if (!fields.Has("press") && !fields.Has("hold"))
            {
                var all = string.Join(", ", KebabCase.NamesOf<ButtonAction>().Keys);
                log.Error(
                    fields.At,
                    $"The button {name.Value} does nothing.",
                    $"Write \"press:\" with one of: {all}; or \"hold: {{restart: 3 s}}\".");
            }

            if (InputReader.Read(fields, ledger, log) is { } input)
            {
                buttons[name.Value] = new ButtonPart(name.Value, input, press, stages);
            }
        }

        return buttons.ToImmutable();
    }

    private static ImmutableArray<ButtonStage> Stages(YamlFields fields, MistakeLog log)
    {
        if (fields.Node("hold") is not { } node)
        {
            return [];
        }

        if (node is not YamlMap map)
        {
            log.Error(node.At, $"\"hold\" must be actions with a time each, not {node.Kind}.", "Write \"hold: {restart: 3 s}\".");
            return [];
        }

        var stages = new List<ButtonStage>();
        foreach (var entry in map.Entries.Take(PartList.MostParts))
        {
            var action = Action(entry.Key, log);
            if (fields.Values.Duration(entry.Value, entry.Key.Value, ShortestHold, LongestHold) is not { } after || action is null)
            {
                continue;
            }

            if (stages.Find(other => other.After == after.Value) is { } same)
            {
                log.Error(
                    after.At,
                    $"\"{entry.Key.Value}\" and \"{KebabCase.Of(same.Action)}\" begin after the same time.",
                    "Give each a time of its own.");
                continue;
            }

            stages.Add(new ButtonStage(after.Value, action.Value));
        }

        return [.. stages.OrderBy(stage => stage.After)];
    }

    private static ButtonAction? Action(Located<string> name, MistakeLog log)
    {
        var actions = KebabCase.NamesOf<ButtonAction>();
        if (actions.TryGetValue(name.Value, out var action))
        {
            return action;
        }

        var nearest = NearestWord.Of(name.Value, actions.Keys);
        log.Error(
            name.At,
            $"A button cannot do \"{Quote.Short(name.Value)}\".",
            nearest is null ? $"Write one of: {string.Join(", ", actions.Keys)}." : $"Write \"{nearest}\" instead.");
        return null;
    }
}
