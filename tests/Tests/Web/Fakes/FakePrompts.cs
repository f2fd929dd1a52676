using Switchhook.Audio;
using Switchhook.Flows.Prompts.Sounds;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Fakes;

/// <summary>Prompts that a test fills in, and notes of what was done to them.</summary>
internal sealed class FakePrompts : IPromptDesk
{
    /// <summary>What the page shows.</summary>
    public List<PromptState> Prompts { get; } =
    [
        new PromptState(
            "welcome",
            [
                new PromptVersion("en", null, "Hello.", null, TimeSpan.FromSeconds(2), null),
                new PromptVersion("zh", null, null, null, null, "Prompt welcome is played in English: it is not given in Mandarin."),
            ]),
    ];

    /// <summary>What was asked for.</summary>
    public List<string> Told { get; } = [];

    /// <summary>What is wrong with anything that is sent; null when nothing is.</summary>
    public string? Trouble { get; set; }

    public IReadOnlyList<PromptState> List() => Prompts;

    public Prompt? Sound(string name, string language) => language == "en" ? new Prompt(name, new short[] { 1, 2, 3 }) : null;

    public Task<string?> UploadAsync(string name, string language, ReadOnlyMemory<byte> file, string by, CancellationToken cancellation)
    {
        Told.Add($"{name} in {language} of {file.Length} bytes by {by}");
        return Task.FromResult(Trouble);
    }

    public Task<string?> RemoveAsync(string name, string language, string by)
    {
        Told.Add($"{name} in {language} removed by {by}");
        return Task.FromResult(Trouble);
    }

    /// <summary>A sound that was given.</summary>
    public static PromptSound Given { get; } =
        new("uploaded by ana", new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero), TimeSpan.FromSeconds(4));
}
