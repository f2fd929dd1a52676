using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;

namespace Switchhook.Tests.Calls;

/// <summary>The journal as it is stored: kinds never change, nothing is lost, sentences are made anew.</summary>
public sealed class JournalJsonTests
{
    [Fact]
    public void Every_entry_has_a_kind_of_its_own()
    {
        var kinds = typeof(JournalEntry).GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();
        var types = typeof(JournalEntry).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(JournalEntry)) && !type.IsAbstract);

        Assert.Equal(types.Order(ByName), kinds.Select(kind => kind.DerivedType).Order(ByName));
        Assert.Equal(kinds.Count, kinds.Select(kind => kind.TypeDiscriminator).Distinct().Count());
    }

    [Fact]
    public void An_entry_comes_back_as_it_was_and_without_its_sentence()
    {
        JournalEntry entry = new CallStarted(
            new CallId("20261124-1"), CallDirection.Inbound, Party.Line("main-1"), "5551234", null, "Caller ID by FSK.", null);

        var json = JsonSerializer.Serialize(entry, JournalJson.Default.JournalEntry);

        Assert.Equal(
            """
            {"kind":"call.started","direction":"Inbound","from":{"kind":"Line","name":"main-1"},"callerNumber":"5551234",
            "callerWhy":"Caller ID by FSK.","call":"20261124-1"}
            """.ReplaceLineEndings(""),
            json);
        Assert.Equal(entry, JsonSerializer.Deserialize(json, JournalJson.Default.JournalEntry));
    }

    [Fact]
    public void Every_kind_of_entry_can_be_written()
    {
        // An entry whose member has the name of the discriminator could not be, and the daemon would tell that only when it happens.
        foreach (var kind in typeof(JournalEntry).GetCustomAttributes<JsonDerivedTypeAttribute>())
        {
            var entry = (JournalEntry)RuntimeHelpers.GetUninitializedObject(kind.DerivedType);

            var json = JsonSerializer.Serialize(entry, JournalJson.Default.JournalEntry);
            Assert.StartsWith($"{{\"kind\":\"{kind.TypeDiscriminator}\"", json, StringComparison.Ordinal);
        }
    }

    private static Comparer<Type> ByName { get; } = Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));
}
