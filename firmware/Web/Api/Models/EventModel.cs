using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Switchhook.Calls;
using Switchhook.Calls.Journal;

namespace Switchhook.Web.Api.Models;

/// <summary>An event of the journal.</summary>
/// <param name="Seq">Rises by one for each event of the box.</param>
/// <param name="At">UTC.</param>
/// <param name="Kind">What kind of event.</param>
/// <param name="Call">The call that it belongs to; null when to none.</param>
/// <param name="Words">What happened and why, in words.</param>
/// <param name="Details">The same as data, by kind.</param>
internal sealed record EventModel(long Seq, DateTimeOffset At, string Kind, CallId? Call, string Words, JournalEntry Details)
{
    private static readonly FrozenDictionary<Type, string> Kinds = typeof(JournalEntry)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

    public static EventModel Of(JournalEvent journalEvent) => new(
        journalEvent.Seq,
        journalEvent.At,
        KindOf(journalEvent.Entry),
        (journalEvent.Entry as CallEntry)?.Call,
        journalEvent.Entry.Words,
        journalEvent.Entry);

    /// <summary>The words stand beside the details, not in them once more.</summary>
    public static void LeaveOutWords(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object && type.Type.IsAssignableTo(typeof(JournalEntry))
            && type.Properties.FirstOrDefault(property => property.Name == "words") is { } words)
        {
            type.Properties.Remove(words);
        }
    }

    /// <summary>Name of an entry's kind, such as <c>call.started</c>.</summary>
    public static string KindOf(JournalEntry entry) => Kinds[entry.GetType()];
}
