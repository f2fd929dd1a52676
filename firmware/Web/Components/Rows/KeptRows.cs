using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Switchhook.Calls.Live;
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

    private readonly ConcurrentDictionary<(string Language, StationRow Row), MarkupString> _stations = new();
    private readonly ConcurrentDictionary<CallKey, MarkupString> _calls = new();

    /// <summary>A line or a phone.</summary>
    public MarkupString Of(StationRow row, DateTimeOffset now)
    {
        Bound(_stations);
        return _stations.GetOrAdd((PageLanguage.Current, row), static (key, now) => Station.Of(key.Row, now), now);
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

    // Calls and sites never change; another state of one is another object.
    private readonly record struct CallKey(string Language, Role? Role, object Site, CallRecord Call)
    {
        public bool Equals(CallKey other) => ReferenceEquals(Call, other.Call) && ReferenceEquals(Site, other.Site)
            && Role == other.Role && Language == other.Language;

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(Call);
    }
}
