using System.Collections.Immutable;
using Switchhook.Calls;
using Switchhook.Site;

namespace Switchhook.Flows.Missed;

/// <summary>All missed callers at one moment, and what is known of calls that may become ones. Immutable.</summary>
public sealed record MissedSnapshot
{
    /// <summary>A number is looked for by its last digits: those that its national and its E.164 form share.</summary>
    private const int SharedDigits = 7;

    /// <summary>Digits that lead outside: 9, 0, 99.</summary>
    private const int LongestPrefix = 2;

    /// <summary>Nobody was missed.</summary>
    public static readonly MissedSnapshot Empty = new();

    private MissedSnapshot()
    {
    }

    /// <summary>By id.</summary>
    public ImmutableDictionary<string, MissedCaller> Callers { get; private init; } = ImmutableDictionary<string, MissedCaller>.Empty;

    /// <summary>Calls that have not ended and have a number outside.</summary>
    internal ImmutableDictionary<CallId, MissedTry> Calls { get; private init; } = ImmutableDictionary<CallId, MissedTry>.Empty;

    // Ids of the rows whose numbers end alike.
    private ImmutableDictionary<string, ImmutableArray<string>> ByEnd { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Who is not done, the last caller first; then those who are.</summary>
    public IEnumerable<MissedCaller> All =>
        Callers.Values.OrderBy(one => one.State == MissedState.Closed).ThenByDescending(one => one.LastAt)
            .ThenBy(one => one.Id, StringComparer.Ordinal);

    /// <summary>How many are not done.</summary>
    public int Waiting => Callers.Values.Count(one => one.State != MissedState.Closed);

    /// <summary>A row by its id; null when there is none.</summary>
    public MissedCaller? Find(string id) => Callers.GetValueOrDefault(id);

    /// <summary>The row of a number in whatever form it is told; null when there is none.</summary>
    public MissedCaller? Of(string number)
    {
        var id = IdOf(number);
        return ByEnd.GetValueOrDefault(EndOf(id), []).Select(one => Callers[one]).FirstOrDefault(
            one => one.Id == id || PhoneNumber.AreSame(one.Number, number) || PhoneNumber.AreSame(number, one.Number));
    }

    /// <summary>The row of a number as a phone dials it, behind the digits that lead outside.</summary>
    internal MissedCaller? OfDialled(string dialled) => Enumerable.Range(0, Math.Min(LongestPrefix + 1, dialled.Length))
        .Select(prefix => Of(dialled[prefix..])).FirstOrDefault(row => row is not null);

    internal static string IdOf(string number) => string.Concat(number.Where(char.IsAsciiDigit));

    internal MissedSnapshot With(MissedCaller caller)
    {
        var end = EndOf(caller.Id);
        var alike = ByEnd.GetValueOrDefault(end, []);
        return this with
        {
            Callers = Callers.SetItem(caller.Id, caller),
            ByEnd = alike.Contains(caller.Id) ? ByEnd : ByEnd.SetItem(end, alike.Add(caller.Id)),
        };
    }

    internal MissedSnapshot Without(MissedCaller caller)
    {
        var end = EndOf(caller.Id);
        var alike = ByEnd.GetValueOrDefault(end, []).Remove(caller.Id);
        return this with
        {
            Callers = Callers.Remove(caller.Id),
            ByEnd = alike.IsEmpty ? ByEnd.Remove(end) : ByEnd.SetItem(end, alike),
        };
    }

    internal MissedSnapshot With(CallId call, MissedTry one) => this with { Calls = Calls.SetItem(call, one) };

    internal MissedSnapshot Without(CallId call) => this with { Calls = Calls.Remove(call) };

    private static string EndOf(string id) => id.Length > SharedDigits ? id[^SharedDigits..] : id;
}
