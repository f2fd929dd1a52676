using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Switchhook.Calls.Live;
using Switchhook.Site;
using Switchhook.Storage.Accounts;
using Switchhook.Web.Language;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Web.Components.Rows;

/// <summary>
/// Rows of the live page as they were made before: with each change a few of hundreds are others. Times in them are of when they were
/// made, so they are for a script that counts them on from where they began.
/// </summary>
internal sealed class KeptRows
{
    /// <summary>Most rows of a kind; with more, all begin anew.</summary>
    public const int Most = 4000;

    private readonly ConcurrentDictionary<StationKey, MarkupString> _stations = new();
    private readonly ConcurrentDictionary<CallKey, MarkupString> _calls = new();

    /// <summary>A line or a phone.</summary>
    public MarkupString Of(StationRow row, SiteWords words)
    {
        Bound(_stations);
        return _stations.GetOrAdd(
            new StationKey(PageLanguage.Current, words.Site, row), static (key, words) => Station.Of(key.Row, words.Now), words);
    }

    /// <summary>A call that goes on.</summary>
    public MarkupString Of(CallRecord call, SiteWords words, Visitor visitor)
    {
        Bound(_calls);
        return _calls.GetOrAdd(
            new CallKey(PageLanguage.Current, visitor.Rights?.Role, words.Site, call),
            static (key, asked) => CallRow.Of(key.Call, asked.words, asked.visitor),
            (words, visitor));
    }

    private static void Bound<TKey>(ConcurrentDictionary<TKey, MarkupString> rows)
        where TKey : notnull
    {
        if (rows.Count > Most)
        {
            rows.Clear();
        }
    }

    // Calls and sites never change: another state of one is another object. Reasons tell times as the clocks of the site do.
    private readonly record struct StationKey(string Language, SiteModel Site, StationRow Row)
    {
        public bool Equals(StationKey other) => Row == other.Row && ReferenceEquals(Site, other.Site) && Language == other.Language;

        public override int GetHashCode() => Row.GetHashCode();
    }

    private readonly record struct CallKey(string Language, Role? Role, SiteModel Site, CallRecord Call)
    {
        public bool Equals(CallKey other) => ReferenceEquals(Call, other.Call) && ReferenceEquals(Site, other.Site)
            && Role == other.Role && Language == other.Language;

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(Call);
    }
}
