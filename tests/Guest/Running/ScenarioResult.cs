using System.Text.Json.Serialization;

namespace Switchhook.Guest.Running;

/// <summary>What became of a scenario.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Words">Why it failed; empty when it passed.</param>
/// <param name="Measured">What it measured.</param>
public sealed record ScenarioResult(
    string Name, bool Passed, double Seconds, string Words, IReadOnlyDictionary<string, string> Measured)
{
    /// <summary>The file of a run's results: one in a line, so that a guest that breaks off leaves those before.</summary>
    public const string FileName = "results.jsonl";
}

/// <summary>The results as JSON.</summary>
[JsonSerializable(typeof(ScenarioResult))]
public sealed partial class ResultJson : JsonSerializerContext;
