using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Voicemail;
using Switchhook.Storage.Voicemail;

namespace Switchhook.Tests.Storage.Voicemail;

/// <summary>The table of messages is what the journal says, as the live board is.</summary>
public sealed class VoicemailStoreTests
{
    private static readonly CallId Call = new("20261123-080000-bcdfgh");

    private static readonly JournalEntry[] Story =
    [
        Left("20261123-080001-aaaaaa", null),
        Left("20261123-080001-aaaaaa", 5),
        Left("20261123-080002-bbbbbb", 7),
        Left("20261123-080003-cccccc", null),
        new VoicemailGreeted(Call, "desk", "20261123-080004-dddddd", null, "phone 101"),
        new VoicemailGreeted(Call, "desk", "20261123-080004-dddddd", TimeSpan.FromSeconds(9), "phone 101"),
        Changed("20261123-080001-aaaaaa", VoicemailState.Saved),
        Changed("20261123-080001-aaaaaa", VoicemailState.Deleted),
        Changed("20261123-080002-bbbbbb", VoicemailState.Deleted),
        Changed("20261123-080002-bbbbbb", VoicemailState.Erased),
        Changed("20261123-080009-unknown", VoicemailState.Heard),
        new VoicemailChanged("desk", "20261123-080001-aaaaaa", "OfANewerVersion", "someone", "Something."),
    ];

    [Fact]
    public void Board_and_table_tell_the_same_at_each_event_and_after_a_restart()
    {
        using var box = new StoreBox();
        var board = new VoicemailBoard();
        box.Journal.Appended += board.Apply;
        foreach (var entry in Story)
        {
            box.Journal.Append(entry);
            Assert.True(box.Store.WritePending());
            Assert.Equal(board.Current.All, new VoicemailReader(box.Database).All());
        }

        var all = board.Current.All.ToList();
        Assert.Equal(
            [VoicemailState.Deleted, VoicemailState.Speaking, VoicemailState.Greeting], all.Select(message => message.State));
        Assert.Equal((VoicemailState.Saved, "3125550142"), (all[0].Previous!.Value, all[0].Caller));
    }

    private static VoicemailLeft Left(string recording, int? seconds) => new(
        Call, "desk", recording, "3125550142", "Lee", seconds is { } length ? TimeSpan.FromSeconds(length) : null)
    {
        IsCutOff = seconds == 7,
    };

    private static VoicemailChanged Changed(string recording, VoicemailState state) =>
        new("desk", recording, state.ToString(), "phone 101", "Something.");
}
