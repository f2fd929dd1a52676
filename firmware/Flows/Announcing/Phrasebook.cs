using System.Globalization;
using Switchhook.Flows.Announcing.Languages;
using Switchhook.Flows.Codes;

namespace Switchhook.Flows.Announcing;

/// <summary>Puts phrases into the sentences of a language.</summary>
internal sealed class Phrasebook
{
    private static readonly Phrasebook InEnglish = new(English.Table, "en");

    private readonly SentenceTable _table;

    private Phrasebook(SentenceTable table, string language, string? note = null)
    {
        _table = table;
        Language = language;
        Note = note;
    }

    /// <summary>The language that the sentences are in, for the synthesizer.</summary>
    public string Language { get; }

    /// <summary>Why it is another one than was asked for, as a sentence; null when it is the same.</summary>
    public string? Note { get; }

    /// <summary>The phrasebook of a language, or the English one with a note.</summary>
    /// <param name="language">IETF tag, such as <c>en</c> or <c>pt-BR</c>.</param>
    public static Phrasebook For(string language)
    {
        var parts = language.ToLowerInvariant().Split('-');
        var region = parts.Length > 1 ? parts[^1] : "";
        return parts[0] switch
        {
            "en" => new(region is "" or "us" or "ca" ? English.American : English.Table, language),
            "de" => new(German.Table, language),
            "es" => new(region is "" or "es" ? Spanish.Table : Spanish.LatinAmerican, language),
            "fr" => new(French.Table, language),
            "it" => new(Italian.Table, language),
            "nl" => new(Dutch.Table, language),
            "pt" => new(region is "br" ? Portuguese.Brazilian : Portuguese.Table, language),
            "zh" or "cmn" => new(Chinese.Table, language),
            _ => new(English.Table, "en", $"The box has no sentences in language \"{language}\", and says them in English."),
        };
    }

    /// <summary>A phrase for the journal and for people who look at the box: in English.</summary>
    public static string InWords(Phrase phrase) => InEnglish.Say(phrase);

    /// <summary>The sentence of a phrase.</summary>
    public string Say(Phrase phrase) => phrase.Kind switch
    {
        PhraseKind.ThankYou => _table.ThankYou,
        PhraseKind.WrongKey => _table.WrongKey,
        PhraseKind.NoKey => _table.NoKey,
        PhraseKind.WrongEntry => _table.WrongEntry,
        PhraseKind.YesOrNo => _table.YesOrNo,
        PhraseKind.LanguageKey => Fill(_table.LanguageKey, Key(phrase.Name)),
        PhraseKind.Place => Place(phrase.Number),
        PhraseKind.Forecast => Time(phrase.Number, _table.ForecastShort, _table.Forecast, _table.ForecastLong),
        PhraseKind.CallbackOffer => Fill(_table.CallbackOffer, Key(phrase.Name)),
        PhraseKind.CallbackNoted => _table.CallbackNoted,
        PhraseKind.MessageOffer => Fill(_table.MessageOffer, Key(phrase.Name)),
        PhraseKind.LeaveMessage => Fill(_table.LeaveMessage, _table.Hash),
        PhraseKind.MessageNoted => _table.MessageNoted,
        PhraseKind.MessageNotKept => _table.MessageNotKept,
        PhraseKind.MessageFrom => Fill(_table.MessageFrom, phrase.Name),
        PhraseKind.MessageKeys => _table.MessageKeys,
        PhraseKind.MessageKeysWithoutCall => _table.MessageKeysWithoutCall,
        PhraseKind.NotBeforeClosing => _table.NotBeforeClosing,
        PhraseKind.Closed => _table.Closed,
        PhraseKind.OpensAgain => When(_table.OpensAgain, phrase.Number),
        PhraseKind.CallbackAt => When(_table.CallbackAt, phrase.Number),
        PhraseKind.ChooseTime => _table.ChooseTime,
        PhraseKind.EnterTime => _table.EnterTime,
        PhraseKind.TimeRefused => _table.TimeRefused,
        PhraseKind.ChosenDay => When(_table.ChosenDay, phrase.Number),
        PhraseKind.ChosenTime => When(_table.ChosenTime, phrase.Number),
        PhraseKind.ConfirmTime => _table.ConfirmTime,
        PhraseKind.NightOn => _table.NightOn,
        PhraseKind.NightOff => _table.NightOff,
        PhraseKind.LoggedIn => _table.LoggedIn,
        PhraseKind.LoggedOut => _table.LoggedOut,
        PhraseKind.Paused => _table.Paused,
        PhraseKind.Ready => _table.Ready,
        PhraseKind.WrapUpExtended => _table.WrapUpExtended,
        PhraseKind.CodeUnknown => _table.CodeUnknown,
        PhraseKind.NobodyWithThatCode => _table.NobodyWithThatCode,
        PhraseKind.PausedForNoAnswer => Fill(_table.PausedForNoAnswer, _table.Hash),
        PhraseKind.CallFrom => Fill(_table.CallFrom, phrase.Name),
        PhraseKind.CallBackFrom => Fill(_table.CallBackFrom, phrase.Name),
        PhraseKind.EnterNumber => Fill(_table.EnterNumber, _table.Hash),
        PhraseKind.Waited => Time(phrase.Number, _table.WaitedShort, _table.Waited, _table.WaitedLong),
        PhraseKind.PressToAccept => Fill(_table.PressToAccept, Key(phrase.Name)),
        PhraseKind.DispositionNoted => _table.DispositionNoted,
        PhraseKind.NotLoggedIn => _table.NotLoggedIn,
        _ => SayOutside(phrase),
    };

    private string SayOutside(Phrase phrase) => phrase.Kind switch
    {
        PhraseKind.NumberRefused => _table.NumberRefused,
        PhraseKind.OutsideRefused => _table.OutsideRefused,
        PhraseKind.OutsideClosed => _table.OutsideClosed,
        PhraseKind.OutsideLimited => _table.OutsideLimited,
        PhraseKind.OutsideStopped => _table.OutsideStopped,
        PhraseKind.OutsideReleased => _table.OutsideReleased,
        PhraseKind.EnterPin => Fill(_table.EnterPin, _table.Hash),
        PhraseKind.PinWrong => _table.PinWrong,
        PhraseKind.LineNeeded => _table.LineNeeded,
        PhraseKind.EmergencyLine => Fill(_table.EmergencyLine, phrase.Name),
        PhraseKind.EmergencyNoLine => _table.EmergencyNoLine,
        PhraseKind.EmergencyTrying => _table.EmergencyTrying,
        PhraseKind.EmergencyPlace => Fill(_table.EmergencyPlace, phrase.Name),
        PhraseKind.EmergencyFrom => Fill(_table.EmergencyFrom, phrase.Name),
        _ => SayPhone(phrase),
    };

    private string SayPhone(Phrase phrase) => phrase.Kind switch
    {
        PhraseKind.DoNotDisturbOn => _table.DoNotDisturbOn,
        PhraseKind.DoNotDisturbOff => _table.DoNotDisturbOff,
        PhraseKind.ForwardOn => _table.ForwardOn,
        PhraseKind.ForwardOff => _table.ForwardOff,
        PhraseKind.NoCallFound => _table.NoCallFound,
        PhraseKind.PromptSpeak => Fill(_table.PromptSpeak, _table.Hash),
        PhraseKind.PromptRefused => _table.PromptRefused,
        _ => SayVoicemail(phrase),
    };

    private string SayVoicemail(Phrase phrase) => phrase.Kind switch
    {
        PhraseKind.VoicemailBoxOf => Fill(_table.VoicemailBoxOf, phrase.Name),
        PhraseKind.VoicemailReview => _table.VoicemailReview,
        PhraseKind.VoicemailKept => _table.VoicemailKept,
        PhraseKind.VoicemailNotKept => _table.VoicemailNotKept,
        PhraseKind.VoicemailFull => _table.VoicemailFull,
        PhraseKind.VoicemailNewMessages => Count(
            phrase.Number, _table.VoicemailNoMessages, _table.VoicemailOneNew, _table.VoicemailNew, _table.VoicemailManyNew),
        PhraseKind.VoicemailOldMessages => Count(phrase.Number, "", _table.VoicemailOneOld, _table.VoicemailOld, _table.VoicemailManyOld),
        PhraseKind.VoicemailFromNumber => _table.VoicemailFromNumber,
        PhraseKind.VoicemailFromUnknown => _table.VoicemailFromUnknown,
        PhraseKind.VoicemailLeftOn => When(_table.VoicemailLeftOn, phrase.Number),
        PhraseKind.VoicemailLeftAt => When(_table.VoicemailLeftAt, phrase.Number),
        PhraseKind.VoicemailLongAgo => _table.VoicemailLongAgo,
        PhraseKind.VoicemailKeys => _table.VoicemailKeys,
        PhraseKind.VoicemailKeysWithoutCall => _table.VoicemailKeysWithoutCall,
        PhraseKind.VoicemailSaved => _table.VoicemailSaved,
        PhraseKind.VoicemailDeleted => _table.VoicemailDeleted,
        PhraseKind.VoicemailEnd => _table.VoicemailEnd,
        PhraseKind.VoicemailSpeakGreeting => Fill(_table.VoicemailSpeakGreeting, _table.Hash),
        PhraseKind.VoicemailEnterPin => Fill(_table.VoicemailEnterPin, _table.Hash),
        PhraseKind.VoicemailWrongPin => _table.VoicemailWrongPin,
        PhraseKind.VoicemailLocked => _table.VoicemailLocked,
        PhraseKind.VoicemailNoBox => _table.VoicemailNoBox,
        PhraseKind.Digit => _table.Digits[phrase.Number],
        _ => SayCode(phrase),
    };

    private string SayCode(Phrase phrase) => phrase.Kind switch
    {
        PhraseKind.ParkedAt => Fill(_table.Codes.ParkedAt, Keys(phrase.Name)),
        PhraseKind.ParkingFull => _table.Codes.ParkingFull,
        PhraseKind.NoCallToPark => _table.Codes.NoCallToPark,
        PhraseKind.ThisPhone => Phone(_table.Codes.ThisPhone, phrase.Name.Split(' ', 2)),
        PhraseKind.Echo => Fill(_table.Codes.Echo, _table.Hash),
        PhraseKind.LineInOrder => Fill(_table.Codes.LineInOrder, Number(phrase)),
        PhraseKind.LineSilent => Fill(_table.Codes.LineSilent, Number(phrase)),
        PhraseKind.LineDead => Fill(_table.Codes.LineDead, Number(phrase)),
        PhraseKind.LineInUse => Fill(_table.Codes.LineInUse, Number(phrase)),
        PhraseKind.HelpKeys => Fill(_table.Codes.HelpKeys, _table.Hash).Replace("{1}", _table.Star, StringComparison.Ordinal),
        PhraseKind.CodeHelp => Help(_table.Codes.Help[(CodeName)phrase.Number], phrase.Name.Split(' ')),
        _ => throw new ArgumentOutOfRangeException(nameof(phrase), phrase.Kind, "A phrase without a sentence."),
    };

    private string Place(int place) => place switch
    {
        1 => _table.NextPlace,
        > Phrase.LastPlace => Fill(_table.PlaceBeyond, Phrase.LastPlace.ToString(CultureInfo.InvariantCulture)),
        _ => Fill(_table.Place, place.ToString(CultureInfo.InvariantCulture)),
    };

    private static string Count(int count, string none, string one, string some, string many) => count switch
    {
        0 => none,
        1 => one,
        > VoicemailPhrases.LastCount => Fill(many, VoicemailPhrases.LastCount.ToString(CultureInfo.InvariantCulture)),
        _ => Fill(some, count.ToString(CultureInfo.InvariantCulture)),
    };

    private string Time(int minutes, string below, string about, string beyond) => minutes switch
    {
        0 => below,
        Phrase.BeyondAnHour => beyond,
        _ => Fill(about, _table.Minutes(minutes)),
    };

    // In some languages a sentence begins with the day or the time.
    private string When(string sentence, int packed)
    {
        var (day, minute) = Math.DivRem(packed, SpokenTime.MinutesOfDay);
        var said = Fill(sentence, _table.Days[day]).Replace("{1}", _table.Clock(minute / 60, minute % 60), StringComparison.Ordinal);
        return char.ToUpper(said[0], CultureInfo.InvariantCulture) + said[1..];
    }

    /// <summary>The name of a key of a telephone.</summary>
    internal string Key(string key) => key switch
    {
        "*" => _table.Star,
        "#" => _table.Hash,
        _ => key,
    };

    private string Phone(string sentence, string[] phone) =>
        Fill(sentence, Keys(phone[0])).Replace("{1}", phone.ElementAtOrDefault(1) ?? "", StringComparison.Ordinal);

    private string Help(string sentence, string[] codes) => Fill(sentence, Keys(codes[0]))
        .Replace("{1}", Keys(codes.ElementAtOrDefault(1) ?? ""), StringComparison.Ordinal)
        .Replace("{2}", _table.Hash, StringComparison.Ordinal);

    private string Keys(string digits) => string.Join(' ', digits.Select(digit => Key(digit.ToString())));

    private static string Number(Phrase phrase) => phrase.Number.ToString(CultureInfo.InvariantCulture);

    private static string Fill(string sentence, string what) => sentence.Replace("{0}", what, StringComparison.Ordinal);
}
