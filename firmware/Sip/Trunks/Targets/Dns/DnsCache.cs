namespace Switchhook.Sip.Trunks.Targets.Dns;

/// <summary>
/// Keeps answers as long as they hold, and uses them longer when no new one is to be had: a DNS that fails ends no registration.
/// On the control loop.
/// </summary>
/// <param name="source">Who is asked.</param>
/// <param name="time">The clock.</param>
internal sealed class DnsCache(IDnsSource source, TimeProvider time) : IDnsSource
{
    /// <summary>Answers that are kept at most.</summary>
    public const int Most = 1000;

    /// <summary>How long an answer is waited for.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>The shortest life of an answer with records.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);

    /// <summary>The longest life of an answer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>How long it holds that there are no records, or that an old answer must do.</summary>
    public static readonly TimeSpan Spare = TimeSpan.FromSeconds(30);

    private readonly Dictionary<DnsQuestion, Kept> _kept = [];

    private TimeSpan Now => time.GetElapsedTime(0);

    /// <inheritdoc/>
    public async Task<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken end)
    {
        question = question with { Name = question.Name.TrimEnd('.').ToLowerInvariant() };
        if (_kept.TryGetValue(question, out var kept) && Now < kept.Until)
        {
            return kept.Answer with { Life = kept.Until - Now };
        }

        var answer = await AskSourceAsync(question, end);
        if (answer.Failure is null)
        {
            return Keep(question, answer, answer.Records.Count == 0 ? Spare : Bounded(answer.Life));
        }

        return _kept.TryGetValue(question, out var old) ? Keep(question, old.Answer, Spare) : answer;
    }

    private static TimeSpan Bounded(TimeSpan life) => life < Shortest ? Shortest : life > Longest ? Longest : life;

    private async Task<DnsAnswer> AskSourceAsync(DnsQuestion question, CancellationToken end)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, end);
        try
        {
            return await source.AskAsync(question, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            return DnsAnswer.Failed($"The DNS does not answer ({question}).");
        }
    }

    private DnsAnswer Keep(DnsQuestion question, DnsAnswer answer, TimeSpan life)
    {
        if (_kept.Count >= Most && !_kept.ContainsKey(question))
        {
            _kept.Remove(_kept.MinBy(kept => kept.Value.Until).Key);
        }

        answer = answer with { Life = life };
        _kept[question] = new Kept(answer, Now + life);
        return answer;
    }

    private readonly record struct Kept(DnsAnswer Answer, TimeSpan Until);
}
