namespace Switchhook.Flows.Queues;

/// <summary>With which agent a customer talked last, by number: whoever calls again may want the same one.</summary>
internal sealed class LastAgents(TimeProvider time)
{
    /// <summary>The oldest are forgotten beyond so many numbers.</summary>
    public const int MostNumbers = 10_000;

    /// <summary>After so long a talk is not remembered any more.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(7);

    private readonly Dictionary<string, (string Agent, DateTimeOffset At)> _last = new(StringComparer.Ordinal);

    /// <summary>The agent; null when there was no talk, or none for long.</summary>
    public string? Of(string number) =>
        _last.TryGetValue(number, out var talk) && time.GetUtcNow() - talk.At < Memory ? talk.Agent : null;

    /// <summary>A customer talks with an agent.</summary>
    public void Note(string number, string agent, DateTimeOffset at)
    {
        if (_last.Count >= MostNumbers && !_last.ContainsKey(number))
        {
            foreach (var old in _last.OrderBy(talk => talk.Value.At).Take(MostNumbers / 10).Select(talk => talk.Key).ToList())
            {
                _last.Remove(old);
            }
        }

        _last[number] = (agent, at);
    }
}
