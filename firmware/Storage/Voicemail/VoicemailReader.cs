using Dapper;
using Switchhook.Flows.Voicemail;

namespace Switchhook.Storage.Voicemail;

/// <summary>The messages of mailboxes on disk. Any thread.</summary>
public sealed class VoicemailReader(Database database)
{
    /// <summary>All that are not erased, greetings too.</summary>
    public IReadOnlyList<VoicemailMessage> All()
    {
        using var connection = database.OpenReader();
        var rows = connection.Query<VoicemailRow>($"select {VoicemailRow.Columns} from voicemail order by recording");
        return [.. rows.Select(row => row.ToMessage())];
    }
}
