using System.Text.Json.Serialization;
using Switchhook.Calls.Journal.Recordings;
using Switchhook.Calls.Live;

namespace Switchhook.Calls.Journal;

/// <summary>Something that happened on the box: the truth from which live boards and reports are made.</summary>
/// <remarks>
/// Entries are stored as JSON under their <c>kind</c>; kinds and members are added, never renamed. No entry holds a secret or digits
/// that a caller typed after the call was answered, but answers to the questions of a survey.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(BoxStarted), "box.started")]
[JsonDerivedType(typeof(BoxStopped), "box.stopped")]
[JsonDerivedType(typeof(SiteApplied), "site.applied")]
[JsonDerivedType(typeof(PromptChanged), "prompt.changed")]
[JsonDerivedType(typeof(FaultSeen), "box.fault")]
[JsonDerivedType(typeof(PartChanged), "part.changed")]
[JsonDerivedType(typeof(NightChanged), "night.changed")]
[JsonDerivedType(typeof(PartnerAccessChanged), "partner-access.changed")]
[JsonDerivedType(typeof(LineChanged), "line.changed")]
[JsonDerivedType(typeof(PhoneChanged), "phone.changed")]
[JsonDerivedType(typeof(LineRemoved), "line.removed")]
[JsonDerivedType(typeof(PhoneRemoved), "phone.removed")]
[JsonDerivedType(typeof(MessagesWaiting), "phone.messages-waiting")]
[JsonDerivedType(typeof(DoNotDisturbChanged), "phone.do-not-disturb")]
[JsonDerivedType(typeof(ForwardChanged), "phone.forward")]
[JsonDerivedType(typeof(PhoneProvisioned), "phone.provisioned")]
[JsonDerivedType(typeof(PhoneAddressRenewed), "phone.address-renewed")]
[JsonDerivedType(typeof(GuardActed), "guard.acted")]
[JsonDerivedType(typeof(CallStarted), "call.started")]
[JsonDerivedType(typeof(StepTaken), "call.step")]
[JsonDerivedType(typeof(LegStarted), "leg.started")]
[JsonDerivedType(typeof(LegAnswered), "leg.answered")]
[JsonDerivedType(typeof(LegHeld), "leg.held")]
[JsonDerivedType(typeof(LegMeasured), "leg.measured")]
[JsonDerivedType(typeof(LegEnded), "leg.ended")]
[JsonDerivedType(typeof(CallConnected), "call.connected")]
[JsonDerivedType(typeof(RecordingStarted), "recording.started")]
[JsonDerivedType(typeof(RecordingEnded), "recording.ended")]
[JsonDerivedType(typeof(RecordingHeard), "recording.heard")]
[JsonDerivedType(typeof(CallNoted), "call.noted")]
[JsonDerivedType(typeof(CallEnded), "call.ended")]
[JsonDerivedType(typeof(QueueEntered), "queue.entered")]
[JsonDerivedType(typeof(QueueOffered), "queue.offered")]
[JsonDerivedType(typeof(QueueOfferEnded), "queue.offer-ended")]
[JsonDerivedType(typeof(QueueJoined), "queue.joined")]
[JsonDerivedType(typeof(QueueTalkEnded), "queue.talk-ended")]
[JsonDerivedType(typeof(QueueWrapUpEnded), "queue.wrap-up-ended")]
[JsonDerivedType(typeof(QueueLeft), "queue.left")]
[JsonDerivedType(typeof(QueueDisposed), "queue.disposed")]
[JsonDerivedType(typeof(CallbackOwed), "callback.owed")]
[JsonDerivedType(typeof(CallbackEnded), "callback.ended")]
[JsonDerivedType(typeof(MessageOwed), "message.owed")]
[JsonDerivedType(typeof(MessageEnded), "message.ended")]
[JsonDerivedType(typeof(VoicemailLeft), "voicemail.left")]
[JsonDerivedType(typeof(VoicemailGreeted), "voicemail.greeted")]
[JsonDerivedType(typeof(VoicemailChanged), "voicemail.changed")]
[JsonDerivedType(typeof(SurveyAsked), "survey.asked")]
[JsonDerivedType(typeof(SurveyAnswered), "survey.answered")]
[JsonDerivedType(typeof(MissedChanged), "missed.changed")]
[JsonDerivedType(typeof(ConferenceBegan), "call.conference")]
[JsonDerivedType(typeof(CallParked), "call.parked")]
[JsonDerivedType(typeof(CallUnparked), "call.unparked")]
[JsonDerivedType(typeof(AgentChanged), "agent.changed")]
[JsonDerivedType(typeof(AgentAssigned), "agent.assigned")]
[JsonDerivedType(typeof(AlarmChanged), "alarm.changed")]
[JsonDerivedType(typeof(OutsideStopped), "outside.stopped")]
[JsonDerivedType(typeof(OutsideCounted), "outside.counted")]
[JsonDerivedType(typeof(OutsideTried), "outside.tried")]
[JsonDerivedType(typeof(EmergencyCalled), "emergency.called")]
[JsonDerivedType(typeof(EmergencyEnded), "emergency.ended")]
[JsonDerivedType(typeof(EmergencyTested), "emergency.tested")]
[JsonDerivedType(typeof(WebhookChanged), "webhook.changed")]
[JsonDerivedType(typeof(ReportMailed), "report.mailed")]
public abstract record JournalEntry
{
    private protected JournalEntry()
    {
    }

    /// <summary>One plain sentence for people.</summary>
    [JsonIgnore]
    public string Words => Say();

    /// <summary>Makes <see cref="Words"/>. A method, since an overridden property would be stored as JSON.</summary>
    private protected abstract string Say();
}

/// <summary>An entry that belongs to a call.</summary>
public abstract record CallEntry(CallId Call) : JournalEntry;

/// <summary>The daemon is up.</summary>
/// <param name="Version">Of the firmware.</param>
/// <param name="LastStop">How it had stopped before, in words.</param>
public sealed record BoxStarted(string Version, string LastStop) : JournalEntry
{
    private protected override string Say() => $"The box started (version {Version}). {LastStop}";
}

/// <summary>The daemon stops in good order.</summary>
/// <param name="Why">Why, as a sentence; null when it was told to from outside.</param>
public sealed record BoxStopped(string? Why = null) : JournalEntry
{
    private protected override string Say() => Why is null ? "The box stopped in good order." : $"The box stopped in good order. {Why}";
}

/// <summary>A site file is in force.</summary>
/// <param name="By">Who applied it.</param>
/// <param name="Summary">What it holds, in words.</param>
public sealed record SiteApplied(string By, string Summary) : JournalEntry
{
    private protected override string Say() => $"Site file applied by {By}: {Summary}";
}

/// <summary>A prompt has another sound from the next call on.</summary>
/// <param name="Prompt">Name in the site file.</param>
/// <param name="Language">IETF tag.</param>
/// <param name="What">Where the sound comes from, such as "uploaded by ana"; "removed" when the site file is heard again.</param>
/// <param name="By">Who did it.</param>
public sealed record PromptChanged(string Prompt, string Language, string What, string By) : JournalEntry
{
    private protected override string Say() => What == "removed"
        ? $"The sound of prompt {Prompt} ({Language}) was removed by {By}; what the site file says is heard again."
        : $"Prompt {Prompt} ({Language}) was {What}.";
}

/// <summary>A fault of the box's own; the calls that it did not touch went on.</summary>
public sealed record FaultSeen(string Where, string What) : JournalEntry
{
    private protected override string Say() => $"Fault in {Where}: {What}";
}

/// <summary>A part of the box besides lines and phones failed, or works again.</summary>
/// <param name="Part">Its name for people: "lamp desk-lamp", "power".</param>
/// <param name="Fault">What is wrong, as a sentence; null when it works again.</param>
public sealed record PartChanged(string Part, string? Fault) : JournalEntry
{
    private protected override string Say() => Fault is null ? $"Works again: {Part}." : $"Trouble with {Part}: {Fault}";
}

/// <summary>Callers go another way from now on: the night way, or the way of the day.</summary>
/// <param name="On">True from now on the night way.</param>
/// <param name="By">Who or what switched.</param>
public sealed record NightChanged(bool On, string By) : JournalEntry
{
    /// <summary>Since when, for a night that is told again after a restart; null when it begins or ends now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Since { get; init; }

    private protected override string Say() => (On, Since) switch
    {
        (false, _) => $"Night is switched off by {By}.",
        (true, null) => $"Night is switched on by {By}.",
        (true, _) => $"Night goes on after the restart; it was switched on by {By}.",
    };
}

/// <summary>The office lets its partner in, or no longer.</summary>
/// <param name="Until">Until when, UTC; null when access is closed.</param>
/// <param name="By">Who or what switched.</param>
public sealed record PartnerAccessChanged(DateTimeOffset? Until, string By) : JournalEntry
{
    private protected override string Say() => Until is { } until
        ? $"The partner is let in by {By} until {until:yyyy-MM-dd HH:mm} UTC."
        : $"Partner access is closed by {By}.";
}

/// <summary>An exchange line changed its state.</summary>
public sealed record LineChanged(string Line, LineStatus Status, string Why) : JournalEntry
{
    private protected override string Say() => $"Line {Line}: {Why}";
}

/// <summary>A phone changed its state.</summary>
public sealed record PhoneChanged(string Phone, PhoneStatus Status, string Why) : JournalEntry
{
    private protected override string Say() => $"Phone {Phone}: {Why}";
}

/// <summary>An exchange line is no longer part of the site.</summary>
public sealed record LineRemoved(string Line) : JournalEntry
{
    private protected override string Say() => $"Line {Line} is no longer part of the site.";
}

/// <summary>A phone is no longer part of the site.</summary>
public sealed record PhoneRemoved(string Phone) : JournalEntry
{
    private protected override string Say() => $"Phone {Phone} is no longer part of the site.";
}

/// <summary>Another number of messages waits for a phone.</summary>
/// <param name="Phone">Number of the phone.</param>
/// <param name="New">Messages that were not heard yet.</param>
/// <param name="Old">Messages that were heard and kept.</param>
/// <param name="By">Who counted them.</param>
public sealed record MessagesWaiting(string Phone, int New, int Old, string By) : JournalEntry
{
    private protected override string Say() => $"Phone {Phone}: {New} new and {Old} old messages wait, says {By}.";
}

/// <summary>A device fetched the configuration of a phone, which it had not yet in this form.</summary>
/// <param name="Phone">Number of the phone.</param>
/// <param name="Device">What fetched it: "Yealink SIP-T46S".</param>
/// <param name="Address">From where: <c>192.0.2.7</c>.</param>
public sealed record PhoneProvisioned(string Phone, string Device, string Address) : JournalEntry
{
    private protected override string Say() => $"Phone {Phone} fetched its configuration ({Device}, {Address}).";
}

/// <summary>A phone's configuration lies at a new address; the old one is dead.</summary>
/// <param name="Phone">Number of the phone.</param>
/// <param name="By">Who renewed it.</param>
public sealed record PhoneAddressRenewed(string Phone, string By) : JournalEntry
{
    private protected override string Say() => $"Phone {Phone}: the address of its configuration was renewed by {By}.";
}

/// <summary>
/// The box guards itself on the network: an address is not listened to for a while, or is again; an account is guessed at.
/// </summary>
/// <param name="Act">What it did, one word: <c>banned</c>, <c>released</c>, <c>guessed</c>, <c>untold</c>.</param>
/// <param name="Who">Address or account; empty where it is many.</param>
/// <param name="What">One sentence that says it all.</param>
public sealed record GuardActed(string Act, string Who, string What) : JournalEntry
{
    private protected override string Say() => What;
}

/// <summary>A call begins.</summary>
/// <param name="Call">Its id.</param>
/// <param name="Direction">Into, out of, or within the house.</param>
/// <param name="From">The line or phone that it came from.</param>
/// <param name="CallerNumber">The caller's number; null when unknown.</param>
/// <param name="CallerName">The caller's name; null when unknown.</param>
/// <param name="CallerWhy">How the caller is known, or why not.</param>
/// <param name="Dialled">The number dialled, of a call from a phone.</param>
public sealed record CallStarted(
    CallId Call, CallDirection Direction, Party From, string? CallerNumber, string? CallerName, string CallerWhy, string? Dialled)
    : CallEntry(Call)
{
    private protected override string Say() => Direction == CallDirection.Inbound
        ? $"A call from {CallerName ?? CallerNumber ?? "an unknown caller"} on {From}. {CallerWhy}"
        : Dialled is null ? $"The box rings {From}." : $"{From.Capitalised} dialled {Dialled}.";
}

/// <summary>A flow did something or chose something.</summary>
/// <param name="Call">The call.</param>
/// <param name="Step">The step's name in the site file, or a name of the box's own.</param>
/// <param name="Why">What and why, in words.</param>
public sealed record StepTaken(CallId Call, string Step, string Why) : CallEntry(Call)
{
    /// <summary>The flow of the site file; null for a step of the box's own.</summary>
    public string? Flow { get; init; }

    /// <summary>The step of that flow: its number from 1, in a branch with step and branch before it; empty for the flow itself.</summary>
    public string? Path { get; init; }

    private protected override string Say() => Why;
}

/// <summary>A leg began.</summary>
/// <param name="Call">The call.</param>
/// <param name="Leg">Id of the leg.</param>
/// <param name="Party">Who is at its far end.</param>
/// <param name="Origin">Which side began.</param>
/// <param name="Why">Why this party, in words.</param>
public sealed record LegStarted(CallId Call, string Leg, Party Party, LegOrigin Origin, string Why) : CallEntry(Call)
{
    private protected override string Say() => Why;
}

/// <summary>A leg was answered.</summary>
public sealed record LegAnswered(CallId Call, string Leg, Party Party) : CallEntry(Call)
{
    private protected override string Say() => Party.IsOutside ? $"Answered on {Party}." : $"{Party.Capitalised} answered.";
}

/// <summary>A party put the call on hold or took it back.</summary>
public sealed record LegHeld(CallId Call, string Leg, Party Party, bool Held) : CallEntry(Call)
{
    private protected override string Say() => Held ? $"Put on hold by {Party}." : $"Taken back by {Party}.";
}

/// <summary>The sound of a leg in packets was measured; the last such entry of a leg holds for the whole of it.</summary>
public sealed record LegMeasured(CallId Call, string Leg, Party Party, LegQuality Quality) : CallEntry(Call)
{
    private protected override string Say()
    {
        var heard = Quality.Heard;
        var sound = Say($"quality {heard.Mos:0.0} of 5, {heard.LossPercent:0.#} % lost, jitter {heard.JitterMs:0} ms");
        var reported = Quality.Reported is { } far ? Say($"; it heard us with {far.Mos:0.0}, {far.LossPercent:0.#} % lost") : "";
        return $"Sound of {Party} by {Quality.Codec}: {sound}{reported}.";
    }

    private static string Say(FormattableString words) => FormattableString.Invariant(words);
}

/// <summary>A leg ended.</summary>
/// <param name="Call">The call.</param>
/// <param name="Leg">Id of the leg.</param>
/// <param name="Party">Who was at its far end.</param>
/// <param name="Cause">Why it ended.</param>
/// <param name="EndedAt">When, if that was before this entry was written (a restart closes it later); else null.</param>
public sealed record LegEnded(CallId Call, string Leg, Party Party, Cause Cause, DateTimeOffset? EndedAt = null) : CallEntry(Call)
{
    private protected override string Say() => $"{Party.Capitalised} left the call: {Cause.Words}";
}

/// <summary>Two parties talk: sound is joined.</summary>
/// <param name="Call">The call.</param>
/// <param name="By">The party that answered.</param>
public sealed record CallConnected(CallId Call, Party By) : CallEntry(Call)
{
    private protected override string Say() => $"Connected with {By}.";
}

/// <summary>A third party is in the conversation: three talk.</summary>
/// <param name="Call">The call.</param>
/// <param name="By">The party that came in.</param>
public sealed record ConferenceBegan(CallId Call, Party By) : CallEntry(Call)
{
    private protected override string Say() => $"{By.Capitalised} talks with the others.";
}

/// <summary>The sound is written from now on.</summary>
/// <param name="Call">The call.</param>
/// <param name="Recording">Id of the recording.</param>
/// <param name="File">Path below the recordings folder.</param>
public sealed record RecordingStarted(CallId Call, string Recording, string File) : CallEntry(Call)
{
    private protected override string Say() => "Recording started.";
}

/// <summary>The recording is complete.</summary>
/// <param name="Call">The call.</param>
/// <param name="Recording">Id of the recording.</param>
/// <param name="Length">Its length.</param>
/// <param name="Why">Plain words; tells of a recording that was cut off.</param>
public sealed record RecordingEnded(CallId Call, string Recording, TimeSpan Length, string Why) : CallEntry(Call)
{
    private protected override string Say() => Why;
}

/// <summary>A call is over.</summary>
/// <param name="Call">The call.</param>
/// <param name="Cause">Why it ended.</param>
/// <param name="EndedAt">When, if that was before this entry was written (a restart closes it later); else null.</param>
public sealed record CallEnded(CallId Call, Cause Cause, DateTimeOffset? EndedAt = null) : CallEntry(Call)
{
    private protected override string Say() => $"The call is over: {Cause.Words}";
}
