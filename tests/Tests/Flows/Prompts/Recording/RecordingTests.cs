using Switchhook.Audio.Prompts;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Prompts.Recording;
using Switchhook.Flows.Prompts.Sounds;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Queues;
using Switchhook.Tests.Flows.Voicemail;
using Switchhook.Tests.Recording;

namespace Switchhook.Tests.Flows.Prompts.Recording;

/// <summary>An announcement that is recorded at a simulated telephone, with its keys as sound, and heard by the next caller.</summary>
public sealed class RecordingTests : IDisposable
{
    private const double OldVoice = 700;

    private readonly TempFolder _folder = new();
    private readonly Keeper _keeper;
    private MailboxBox _house;

    public RecordingTests()
    {
        _keeper = new Keeper(new PromptSounds(_folder.File("prompts"), TimeProvider.System));
        _house = House();
    }

    public void Dispose()
    {
        _house.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_front_desk_records_hears_and_keeps_it_and_the_next_caller_hears_it()
    {
        Begin(1);
        Say(1, 3);
        _house.Press(1, "#");
        _house.Press(1, "2", 4);
        Assert.True(_house.Box.Phone(1).Heard()[^32_000..].Chunk(4000).Any(IsVoice), "it is heard back");
        Assert.Empty(_keeper.Kept);
        _house.Press(1, "1");

        var kept = Assert.Single(_keeper.Kept);
        Assert.Equal(("hello", "en", "phone 101"), (kept.Name, kept.Language, kept.By));
        Assert.InRange(kept.Samples.Length, 8000 * 2.9, 8000 * 3.6);
        Assert.Equal(SpeechLeveller.TargetDbm0, SpeechLevel.Measure(kept.Samples.AsSpan())!.Value, 1.0);
        Assert.Equal("Prompt hello (en) was recorded by phone 101.", _house.Box.Entries<PromptChanged>().Single().Words);
        Assert.Contains("recorded by phone 101", _keeper.Sounds.Find("hello", "en")!.How, StringComparison.Ordinal);
        Assert.Empty(_house.Files);
        _house.HangUp(1);
        Assert.True(CallerHears(MailboxBox.Voice), "the next caller hears it");
    }

    [Fact]
    public void Who_hangs_up_while_speaking_or_in_the_review_changes_nothing()
    {
        Begin(1);
        Say(1, 2);
        _house.HangUp(1);
        _house.Box.Advance(2);
        Begin(1);
        Say(1, 2);
        _house.Press(1, "#");
        _house.HangUp(1);
        _house.Box.Advance(2);

        AssertNothingKept();
    }

    [Fact]
    public void Star_leaves_and_so_does_who_says_nothing_in_the_review()
    {
        Begin(1);
        Say(1, 2);
        _house.Press(1, "*", 3);
        Assert.Single(_house.Box.Entries<CallEnded>());
        _house.HangUp(1);
        Begin(1);
        Say(1, 2);
        _house.Press(1, "#");
        _house.Box.Until(() => _house.Box.Entries<CallEnded>().Count() == 2, 40, "The box gives up");
        _house.HangUp(1);

        AssertNothingKept();
    }

    [Fact]
    public void What_is_spoken_again_takes_the_place_of_the_first()
    {
        Begin(1);
        Say(1, 6);
        _house.Press(1, "#");
        _house.Press(1, "3", 1.5);
        Say(1, 2);
        _house.Press(1, "#");
        _house.Press(1, "1");

        Assert.InRange(Assert.Single(_keeper.Kept).Samples.Length, 8000 * 1.9, 8000 * 2.6);
    }

    [Fact]
    public void Silence_is_no_announcement_and_can_be_tried_again()
    {
        Begin(1);
        _house.Box.Advance(1);
        _house.Press(1, "#", 2);
        Assert.Contains(_house.Box.Entries<StepTaken>(), step => step.Why == "Nothing was said.");
        Say(1, 2);
        _house.Press(1, "#");
        _house.Press(1, "1");

        Assert.Single(_keeper.Kept);
    }

    [Fact]
    public void Other_phones_are_refused_until_there_is_a_pin_which_they_must_know()
    {
        _house.Dial(3, "*5401");
        _house.Box.Until(() => Ended(CauseCode.Refused) == 1, 5, "Phone 103 is refused");
        _house.HangUp(3);

        _house.Box.Network.Secrets["pin/prompts"] = "4711";
        _house.Dial(3, "*5401");
        _house.Box.Advance(2);
        _house.Press(3, "1234#", 2);
        Assert.Contains(_house.Box.Entries<StepTaken>(), step => step.Why == "A wrong PIN was entered.");
        _house.Press(3, "4711#", 1.5);
        Say(3, 2);
        _house.Press(3, "#");
        _house.Press(3, "1");
        Assert.Equal("phone 103", Assert.Single(_keeper.Kept).By);
        _house.HangUp(3);

        for (var call = 0; call < 2; call++)
        {
            _house.Dial(3, "*5401");
            _house.Box.Advance(2);
            _house.Press(3, "0000#", 2);
            _house.Press(3, "0000#", 2);
            _house.Press(3, "0000#", 2);
            _house.HangUp(3);
        }

        Assert.Contains(
            _house.Box.Entries<StepTaken>(), step => step.Why == "Too many wrong PINs were entered; none is taken for a while.");
        Assert.Single(_keeper.Kept);
        Assert.DoesNotContain(_house.Box.Journal, one => one.Entry.Words.Contains("4711", StringComparison.Ordinal));
    }

    [Fact]
    public void A_disk_that_is_full_keeps_the_old_one_while_recording_and_while_keeping()
    {
        var disk = new FakeDisk { Capacity = 100_000_000 };
        _house.Dispose();
        _house = House(disk);
        Begin(1);
        Say(1, 2);
        disk.Capacity = 0;
        _house.Box.Until(() => _house.Box.Entries<CallEnded>().Any(), 8, "The call ends");
        Assert.Contains(
            _house.Box.Entries<StepTaken>(),
            step => step.Why.StartsWith("The disk has not taken the recording.", StringComparison.Ordinal));
        _house.HangUp(1);

        _house.Dispose();
        _house = House();
        _keeper.Failure = "The sound cannot be kept: No space left on device.";
        Begin(1);
        Say(1, 2);
        _house.Press(1, "#");
        _house.Press(1, "1");
        _house.HangUp(1);
        Assert.Contains(_house.Box.Entries<StepTaken>(), step => step.Why == _keeper.Failure);
        _house.Box.Advance(2);
        AssertNothingKept();
    }

    [Fact]
    public void A_site_of_two_languages_asks_which_one()
    {
        _house.Dispose();
        _house = House(change: site => site with { OtherLanguages = ["zh"] });
        _house.Dial(1, "*5401");
        _house.Box.Advance(2);
        _house.Press(1, "2", 1.5);
        Say(1, 2);
        _house.Press(1, "#");
        _house.Press(1, "1");

        Assert.Equal("zh", Assert.Single(_keeper.Kept).Language);
    }

    [Fact]
    public void After_five_minutes_it_is_ended()
    {
        Begin(1);
        _house.Box.Phone(1).Speak(MailboxBox.Tone(MailboxBox.Voice, 1), loop: true);
        _house.Box.Advance(305);
        _house.Box.Phone(1).Speak(new short[160]);
        _house.Press(1, "1");

        Assert.InRange(Assert.Single(_keeper.Kept).Samples.Length, 8000 * 299, 8000 * 301);
    }

    [Fact]
    public void Numbers_have_as_many_digits_and_follow_the_names()
    {
        var site = Sites.Clinic();
        Assert.Empty(PromptNumbers.CodesOf(site));
        site = site with { Prompts = site.Prompts.AddRange(Prompts(99)) };
        Assert.Equal(("*5401", "*5499"), (PromptNumbers.CodesOf(site)["p001"], PromptNumbers.CodesOf(site)["p099"]));
        site = site with { Prompts = site.Prompts.AddRange(Prompts(100)) };
        Assert.Equal("*540100", PromptNumbers.CodesOf(site)["p100"]);
    }

    private static IEnumerable<KeyValuePair<string, PromptConfig>> Prompts(int count) => Enumerable.Range(1, count)
        .Select(n => KeyValuePair.Create($"p{n:000}", new PromptConfig($"p{n:000}", null, "x")));

    private MailboxBox House(FakeDisk? disk = null, Func<SiteModel, SiteModel>? change = null)
    {
        var house = new MailboxBox(
            site: site =>
            {
                site = site with
                {
                    Prompts = site.Prompts.Add("hello", new PromptConfig("hello", null, "Hello.")),
                    Flows = site.Flows.SetItem("day", new FlowConfig("day", [new FlowStep.Play("hello"), new FlowStep.HangUp()])),
                };
                return change?.Invoke(site) ?? site;
            },
            folder: _folder,
            disk: disk,
            prompts: _keeper);
        _keeper.Box = house.Box;
        return house;
    }

    // Up to the tone.
    private void Begin(int phone)
    {
        _house.Dial(phone, "*5401");
        _house.Box.Advance(1.8);
    }

    private void Say(int phone, double seconds)
    {
        _house.Box.Phone(phone).Speak(MailboxBox.Tone(MailboxBox.Voice, seconds));
        _house.Box.Advance(seconds + 0.5);
    }

    private int Ended(CauseCode code) => _house.Box.Entries<CallEnded>().Count(end => end.Cause.Code == code);

    private void AssertNothingKept()
    {
        Assert.Empty(_keeper.Kept);
        Assert.Empty(_house.Box.Entries<PromptChanged>());
        Assert.Empty(_house.Files);
        Assert.True(CallerHears(OldVoice), "the next caller hears what was there");
    }

    private static bool IsVoice(short[] heard) => QueueBox.SoundAt(MailboxBox.Voice, heard) > 0.8;

    private bool CallerHears(double hertz)
    {
        _house.Box.Line(1).Ring(new SimulatedCaller { Number = "3125550142" });
        _house.Box.Advance(10);
        return _house.Box.Line(1).Heard().Chunk(4000).Any(part => QueueBox.SoundAt(hertz, part) > 0.8);
    }

    /// <summary>Keeps sounds on the disk, and puts them in force, as the box does.</summary>
    private sealed class Keeper(PromptSounds sounds) : IPromptKeeper
    {
        public PromptSounds Sounds => sounds;

        public List<(string Name, string Language, short[] Samples, string By)> Kept { get; } = [];

        public string? Failure { get; set; }

        public TestBox? Box { get; set; }

        public Task<string?> KeepAsync(string name, string language, ReadOnlyMemory<short> samples, string by)
        {
            if (Failure is null)
            {
                sounds.Save(name, language, samples.Span, $"recorded by {by}");
                Kept.Add((name, language, samples.ToArray(), by));
                var library = Box!.Core.Site.Prompts;
                var prompt = PromptReader.Load(sounds.FileOf(name, language)!, name);
                Box.Core.UsePrompts(
                    library with { Prompts = library.Prompts.SetItem(name, prompt) },
                    new PromptChanged(name, language, $"recorded by {by}", by));
            }

            return Task.FromResult(Failure);
        }
    }
}
