using Switchhook.Audio.Prompts;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Prompts.Speaking;
using Switchhook.Site.Prompts;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Prompts.Speaking;

/// <summary>What is said in the middle of a call.</summary>
public sealed class SpeakerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeVoice _voice = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_text_is_spoken_as_loud_as_a_prompt()
    {
        var spoken = await Speaker().SayAsync("It is 3 o'clock.", null, CancellationToken.None);

        Assert.Null(spoken.Missing);
        Assert.Equal("It is 3 o'clock.", spoken.Prompt!.Name);
        Assert.Equal(-20, SpeechLevel.Measure(spoken.Prompt.Samples.Span)!.Value, 0.5);
        Assert.Equal(["en: It is 3 o'clock."], _voice.Said);
    }

    [Fact]
    public async Task A_caller_waits_three_seconds_at_most()
    {
        var begun = new TaskCompletionSource();
        _voice.Instead = cancel =>
        {
            begun.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        };
        var saying = Speaker().SayAsync("Hello.", "zh", CancellationToken.None);
        await begun.Task;
        Assert.False(saying.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(3));

        var spoken = await saying;

        Assert.Null(spoken.Prompt);
        Assert.Equal("\"Hello.\" was not spoken within 3 s.", spoken.Missing);
    }

    [Fact]
    public async Task A_failure_is_told_and_a_caller_who_goes_ends_it()
    {
        _voice.Instead = _ => throw new SpeechException("It hurts.");
        Assert.Equal(
            "\"Hello.\" could not be spoken: It hurts.", (await Speaker().SayAsync("Hello.", "en", CancellationToken.None)).Missing);

        _voice.Instead = cancel => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        using var gone = new CancellationTokenSource();
        var saying = Speaker().SayAsync("Hello.", "en", gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saying);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Nothing_is_not_said(string text) =>
        Assert.StartsWith("A text of ", (await Speaker().SayAsync(text, "en", CancellationToken.None)).Missing, StringComparison.Ordinal);

    private Speaker Speaker() => new(new SpeechCache(_voice, _folder.File("speech"), _time, SpeechConfig.Default, null), "en", _time);
}
