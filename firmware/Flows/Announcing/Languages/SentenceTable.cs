using Switchhook.Flows.Announcing.Languages.Codes;

namespace Switchhook.Flows.Announcing.Languages;

/// <summary>The sentences of one language. <c>{0}</c> is what the member tells; <c>{1}</c> a time of the clock after a day.</summary>
internal sealed record SentenceTable
{
    /// <summary>First place in the queue.</summary>
    public required string NextPlace { get; init; }

    /// <summary>Another place: the number.</summary>
    public required string Place { get; init; }

    /// <summary>A place beyond the last one that is told: the number of that.</summary>
    public required string PlaceBeyond { get; init; }

    /// <summary>Some minutes as they stand in the sentences with a time: one, and others.</summary>
    public required Func<int, string> Minutes { get; init; }

    /// <summary>A forecast of minutes.</summary>
    public required string Forecast { get; init; }

    /// <summary>A forecast below a minute.</summary>
    public required string ForecastShort { get; init; }

    /// <summary>A forecast beyond an hour.</summary>
    public required string ForecastLong { get; init; }

    /// <summary>The key *, as it stands in the sentences with a key.</summary>
    public required string Star { get; init; }

    /// <summary>The key #.</summary>
    public required string Hash { get; init; }

    /// <summary>The key for a callback.</summary>
    public required string CallbackOffer { get; init; }

    /// <summary>The name of the queue.</summary>
    public required string CallFrom { get; init; }

    /// <summary>The name of the queue that owes the call.</summary>
    public required string CallBackFrom { get; init; }

    /// <summary>The key after the number.</summary>
    public required string EnterNumber { get; init; }

    /// <inheritdoc cref="Phrase.NumberRefused"/>
    public required string NumberRefused { get; init; }

    /// <inheritdoc cref="Phrase.OutsideRefused"/>
    public required string OutsideRefused { get; init; }

    /// <inheritdoc cref="Phrase.OutsideClosed"/>
    public required string OutsideClosed { get; init; }

    /// <inheritdoc cref="Phrase.OutsideLimited"/>
    public required string OutsideLimited { get; init; }

    /// <inheritdoc cref="Phrase.OutsideStopped"/>
    public required string OutsideStopped { get; init; }

    /// <inheritdoc cref="Phrase.OutsideReleased"/>
    public required string OutsideReleased { get; init; }

    /// <summary>The key after the PIN.</summary>
    public required string EnterPin { get; init; }

    /// <inheritdoc cref="Phrase.PinWrong"/>
    public required string PinWrong { get; init; }

    /// <inheritdoc cref="Phrase.LineNeeded"/>
    public required string LineNeeded { get; init; }

    /// <summary>The name of the line.</summary>
    public required string EmergencyLine { get; init; }

    /// <inheritdoc cref="Phrase.EmergencyNoLine"/>
    public required string EmergencyNoLine { get; init; }

    /// <inheritdoc cref="Phrase.EmergencyTrying"/>
    public required string EmergencyTrying { get; init; }

    /// <summary>The place.</summary>
    public required string EmergencyPlace { get; init; }

    /// <summary>The number of the phone.</summary>
    public required string EmergencyFrom { get; init; }

    /// <summary>The minutes that the caller has waited.</summary>
    public required string Waited { get; init; }

    /// <summary>Waited below a minute.</summary>
    public required string WaitedShort { get; init; }

    /// <summary>Waited beyond an hour.</summary>
    public required string WaitedLong { get; init; }

    /// <summary>The key that takes the call.</summary>
    public required string PressToAccept { get; init; }

    /// <inheritdoc cref="Phrase.ThankYou"/>
    public required string ThankYou { get; init; }

    /// <inheritdoc cref="Phrase.WrongKey"/>
    public required string WrongKey { get; init; }

    /// <inheritdoc cref="Phrase.NoKey"/>
    public required string NoKey { get; init; }

    /// <inheritdoc cref="Phrase.WrongEntry"/>
    public required string WrongEntry { get; init; }

    /// <summary>The keys 1 (yes) and 2 (no).</summary>
    public required string YesOrNo { get; init; }

    /// <summary>The key for this language.</summary>
    public required string LanguageKey { get; init; }

    /// <inheritdoc cref="Phrase.CallbackNoted"/>
    public required string CallbackNoted { get; init; }

    /// <summary>The key for a message.</summary>
    public required string MessageOffer { get; init; }

    /// <summary>The key after the message.</summary>
    public required string LeaveMessage { get; init; }

    /// <inheritdoc cref="Phrase.MessageNoted"/>
    public required string MessageNoted { get; init; }

    /// <inheritdoc cref="Phrase.MessageNotKept"/>
    public required string MessageNotKept { get; init; }

    /// <summary>The name of the queue.</summary>
    public required string MessageFrom { get; init; }

    /// <inheritdoc cref="Phrase.MessageKeys"/>
    public required string MessageKeys { get; init; }

    /// <inheritdoc cref="Phrase.MessageKeysWithoutCall"/>
    public required string MessageKeysWithoutCall { get; init; }

    /// <inheritdoc cref="Phrase.NotBeforeClosing"/>
    public required string NotBeforeClosing { get; init; }

    /// <summary>The days as they stand in the sentences with a day, in the order of <see cref="SpokenDay"/>.</summary>
    public required IReadOnlyList<string> Days { get; init; }

    /// <summary>An hour (0 to 23) and a minute of the clock as they stand in those sentences.</summary>
    public required Func<int, int, string> Clock { get; init; }

    /// <inheritdoc cref="Phrase.Closed"/>
    public required string Closed { get; init; }

    /// <summary>Day and time of the next opening.</summary>
    public required string OpensAgain { get; init; }

    /// <summary>Day and time from which on the caller is called.</summary>
    public required string CallbackAt { get; init; }

    /// <summary>The keys 1 (in turn) and 2 (at a time).</summary>
    public required string ChooseTime { get; init; }

    /// <inheritdoc cref="Phrase.EnterTime"/>
    public required string EnterTime { get; init; }

    /// <inheritdoc cref="Phrase.TimeRefused"/>
    public required string TimeRefused { get; init; }

    /// <summary>The chosen day.</summary>
    public required string ChosenDay { get; init; }

    /// <summary>The chosen time, after the day.</summary>
    public required string ChosenTime { get; init; }

    /// <summary>The keys 1 (right) and 2 (another time).</summary>
    public required string ConfirmTime { get; init; }

    /// <inheritdoc cref="Phrase.NightOn"/>
    public required string NightOn { get; init; }

    /// <inheritdoc cref="Phrase.NightOff"/>
    public required string NightOff { get; init; }

    /// <inheritdoc cref="Phrase.DoNotDisturbOn"/>
    public required string DoNotDisturbOn { get; init; }

    /// <inheritdoc cref="Phrase.DoNotDisturbOff"/>
    public required string DoNotDisturbOff { get; init; }

    /// <inheritdoc cref="Phrase.ForwardOn"/>
    public required string ForwardOn { get; init; }

    /// <inheritdoc cref="Phrase.ForwardOff"/>
    public required string ForwardOff { get; init; }

    /// <inheritdoc cref="Phrase.NoCallFound"/>
    public required string NoCallFound { get; init; }

    /// <inheritdoc cref="PromptPhrases.Speak"/>
    public required string PromptSpeak { get; init; }

    /// <inheritdoc cref="PromptPhrases.Refused"/>
    public required string PromptRefused { get; init; }

    /// <inheritdoc cref="Phrase.LoggedIn"/>
    public required string LoggedIn { get; init; }

    /// <inheritdoc cref="Phrase.LoggedOut"/>
    public required string LoggedOut { get; init; }

    /// <inheritdoc cref="Phrase.Paused"/>
    public required string Paused { get; init; }

    /// <inheritdoc cref="Phrase.Ready"/>
    public required string Ready { get; init; }

    /// <inheritdoc cref="Phrase.WrapUpExtended"/>
    public required string WrapUpExtended { get; init; }

    /// <inheritdoc cref="Phrase.CodeUnknown"/>
    public required string CodeUnknown { get; init; }

    /// <inheritdoc cref="Phrase.NobodyWithThatCode"/>
    public required string NobodyWithThatCode { get; init; }

    /// <summary>The key that ends the pause.</summary>
    public required string PausedForNoAnswer { get; init; }

    /// <inheritdoc cref="Phrase.DispositionNoted"/>
    public required string DispositionNoted { get; init; }

    /// <inheritdoc cref="Phrase.NotLoggedIn"/>
    public required string NotLoggedIn { get; init; }

    /// <summary>What is said about the codes of the phones.</summary>
    public required CodeSentences Codes { get; init; }

    /// <summary>The digits 0 to 9, each a sentence.</summary>
    public required IReadOnlyList<string> Digits { get; init; }

    /// <summary>Whose mailbox it is.</summary>
    public required string VoicemailBoxOf { get; init; }

    /// <summary>The keys 1 (keep), 2 (hear) and 3 (again), after a message and after a greeting.</summary>
    public required string VoicemailReview { get; init; }

    /// <inheritdoc cref="VoicemailPhrases.Kept"/>
    public required string VoicemailKept { get; init; }

    /// <inheritdoc cref="VoicemailPhrases.NotKept"/>
    public required string VoicemailNotKept { get; init; }

    /// <inheritdoc cref="VoicemailPhrases.Full"/>
    public required string VoicemailFull { get; init; }

    /// <summary>No new message.</summary>
    public required string VoicemailNoMessages { get; init; }

    /// <summary>One new message.</summary>
    public required string VoicemailOneNew { get; init; }

    /// <summary>A number of new messages.</summary>
    public required string VoicemailNew { get; init; }

    /// <summary>More new messages than are counted.</summary>
    public required string VoicemailManyNew { get; init; }

    /// <summary>One that was heard.</summary>
    public required string VoicemailOneOld { get; init; }

    /// <summary>A number of those that were heard.</summary>
    public required string VoicemailOld { get; init; }

    /// <summary>More of them than are counted.</summary>
    public required string VoicemailManyOld { get; init; }

    /// <summary>The digits follow as sentences of their own.</summary>
    public required string VoicemailFromNumber { get; init; }

    /// <inheritdoc cref="VoicemailPhrases.FromUnknown"/>
    public required string VoicemailFromUnknown { get; init; }

    /// <summary>The day on which a message was left.</summary>
    public required string VoicemailLeftOn { get; init; }

    /// <summary>The time of that day.</summary>
    public required string VoicemailLeftAt { get; init; }

    /// <inheritdoc cref="VoicemailPhrases.LongAgo"/>
    public required string VoicemailLongAgo { get; init; }

    /// <summary>The keys 1 (again), 2 (save), 3 (delete), 4 (call) and 6 (next).</summary>
    public required string VoicemailKeys { get; init; }

    /// <summary>The same without 4.</summary>
    public required string VoicemailKeysWithoutCall { get; init; }

    /// <inheritdoc cref="VoicemailPhrases.Saved"/>
    public required string VoicemailSaved { get; init; }

    /// <inheritdoc cref="VoicemailPhrases.Deleted"/>
    public required string VoicemailDeleted { get; init; }

    /// <summary>The keys 1 (from the first) and 5 (record the greeting).</summary>
    public required string VoicemailEnd { get; init; }

    /// <summary>The key that ends it.</summary>
    public required string VoicemailSpeakGreeting { get; init; }

    /// <summary>The key after it.</summary>
    public required string VoicemailEnterPin { get; init; }

    /// <inheritdoc cref="VoicemailPhrases.WrongPin"/>
    public required string VoicemailWrongPin { get; init; }

    /// <inheritdoc cref="VoicemailPhrases.Locked"/>
    public required string VoicemailLocked { get; init; }

    /// <inheritdoc cref="VoicemailPhrases.NoBox"/>
    public required string VoicemailNoBox { get; init; }
}
