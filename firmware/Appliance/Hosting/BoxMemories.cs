using Switchhook.Appliance.Queues;
using Switchhook.Flows;
using Switchhook.Flows.Dialling.Outbound;
using Switchhook.Flows.Missed;
using Switchhook.Recording;
using Switchhook.Storage;
using Switchhook.Storage.History;
using Switchhook.Storage.Voicemail;

namespace Switchhook.Appliance.Hosting;

/// <summary>What the box remembers of queues, phones and callers from before its start.</summary>
internal static class BoxMemories
{
    /// <summary>Gives it back; on the control loop, after the site is in force and before the first ring.</summary>
    public static void TakeUp(BoxCore core, Database database, RecoveryReport recovered, TimeProvider time)
    {
        var now = time.GetUtcNow();
        AgentMemories.Restore(core.Queues, core.Site.Model, database, recovered.LastSign, core.Journal, now);
        OwedMemories.Restore(core.QueueBoard, core.Switchboard, database, now);
        var outside = new OutsideReader(database);
        core.Switchboard.Gate.Restore(outside.Counts(now - FraudGuard.Memory), recovered.LastSign);
        core.Switchboard.Gate.Restore(new JournalReader(database).OutsideStops());
        core.Switchboard.RestoreEmergencies(outside.Emergencies(now - Switchboard.EmergencyCallbackTime));
        core.VoicemailBoard.Restore(new VoicemailReader(database).All());
        core.Switchboard.Voicemail.Restore();
        core.MissedBoard.Restore(new MissedReader(database).Since(now - MissedProjection.Keep));
    }

    /// <summary>Mends recordings and ends calls that a crash or a power cut has left open.</summary>
    public static RecoveryReport Recover(Database database, DataFolder data, SiteInForce site, TimeProvider time, Action<string> told)
    {
        var repair = new RecordingRepair(data.Path, site.Country.Law);
        repair.Run();
        var report = new Recovery(database, time, site.Model.TimeZone, repair.LengthOf).Run();
        told(report.Words);
        return report;
    }
}
