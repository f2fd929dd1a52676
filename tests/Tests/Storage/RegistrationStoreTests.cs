using Switchhook.Sip.Registration;
using Switchhook.Storage;
using Switchhook.Storage.Registrations;
using Switchhook.Testing;

namespace Switchhook.Tests.Storage;

/// <summary>Registrations over a restart.</summary>
public sealed class RegistrationStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_devices_of_each_number_are_there_after_a_restart_as_they_were_saved_last()
    {
        using (var database = Database.Open(_folder.Path, TimeProvider.System))
        using (var store = new RegistrationStore(database))
        {
            store.Save("105", [Device("sip:105@192.0.2.7:5060", 1)]);
            store.Save("106", [Device("sip:106@192.0.2.8", 1)]);
            store.Save("105", [Device("sip:105@192.0.2.7:5060", 2), Device("sip:105@192.0.2.9", 1)]);
            store.Save("106", []);
        }

        using var again = Database.Open(_folder.Path, TimeProvider.System);
        using var kept = new RegistrationStore(again);
        var loaded = kept.Load();

        Assert.Equal([("sip:105@192.0.2.7:5060", 2u), ("sip:105@192.0.2.9", 1u)], loaded["105"].Select(one => (one.Contact, one.Sequence)));
        Assert.Equal(["<sip:proxy.example.com;lr>"], loaded["105"][0].Path);
        Assert.Empty(loaded["106"]);
    }

    private static StoredBinding Device(string contact, uint sequence) => new(
        contact,
        "Udp",
        "192.0.2.7:5060",
        DateTimeOffset.UnixEpoch.AddHours(1),
        0.5,
        ["<sip:proxy.example.com;lr>"],
        "<urn:uuid:1>",
        "call",
        sequence,
        "Yealink SIP-T46S",
        IsBehindNat: true);
}
