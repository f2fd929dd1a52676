using Switchhook.Calls.Journal;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Codes;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Announcing;
using Switchhook.Tests.Flows.Queues;

namespace Switchhook.Tests.Flows.Codes;

/// <summary>The codes as the box tells them with <c>*00</c>.</summary>
public sealed class SpokenHelpTests
{
    [Fact]
    public void It_tells_what_the_site_has_in_the_order_of_the_table()
    {
        var told = CodePhrases.HelpOf(Sites.Clinic()).Select(Phrasebook.InWords).ToList();

        Assert.Equal("To let a telephone call outside again, dial star 4 8 and its number.", told[0]);
        Assert.Contains("Not to be disturbed, dial star 7 8. To end that, dial star 7 9.", told);
        Assert.Contains("To forward calls while you are busy, dial star 7 4, the number, and hash. To end that, dial star 7 5.", told);
        Assert.DoesNotContain(told, sentence => sentence.Contains("short number", StringComparison.Ordinal));
        Assert.DoesNotContain(told, sentence => sentence.Contains("your messages", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_code_of_the_table_is_told_or_belongs_to_one_that_is()
    {
        var silent = CodeTable.Families.Where(family => family.Help is null).Select(family => family.Pattern);
        Assert.Equal(["*73", "*75", "*77", "*00"], silent);
        Assert.Equal(
            Enum.GetValues<CodeName>().Order(), CodeTable.Families.Select(family => family.Help).OfType<CodeName>().Order());
    }

    [Theory]
    [MemberData(nameof(PhrasebookTests.Languages), MemberType = typeof(PhrasebookTests))]
    public void Each_language_has_a_sentence_for_each_code(string language)
    {
        var book = Phrasebook.For(language);
        var said = Enum.GetValues<CodeName>().Select(name => book.Say(CodePhrases.Help(name, "*12", "*34"))).ToList();

        Assert.Equal(said.Count, said.Distinct(StringComparer.Ordinal).Count());
        Assert.All(said, sentence => Assert.Contains("1 2", sentence, StringComparison.Ordinal));
        Assert.DoesNotContain(said, sentence => sentence.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void A_user_hears_it_to_its_end_and_is_let_go()
    {
        using var house = new CodeBox(Sites.Clinic());
        house.Dial(1, "*00");
        var begun = house.Box.Driver.Time.GetUtcNow();
        house.Box.Until(() => IsOver(house), 60, "It is told");

        // Each sentence of the test takes half a second, and the pause after it a little more.
        var sentences = CodePhrases.HelpOf(Sites.Clinic()).Count;
        Assert.InRange((house.Box.Driver.Time.GetUtcNow() - begun).TotalSeconds, 0.5 + (sentences * 1.1), 5 + (sentences * 1.15));
        var heard = house.Box.Phone(1).Heard()[^(sentences * 8000)..];
        Assert.True(QueueBox.SoundAt(1500, heard) > 100 * QueueBox.SoundAt(1300, heard), "The sentences are heard.");
    }

    [Fact]
    public void Star_ends_it_and_hash_goes_on()
    {
        using var house = new CodeBox(Sites.Clinic());
        house.Dial(1, "*00");
        house.Box.Advance(3);
        house.Box.Phone(1).Dial("##");
        house.Box.Advance(2);
        Assert.False(IsOver(house));
        house.Box.Phone(1).Dial("*");
        house.Box.Until(() => IsOver(house), 2, "It ends");
    }

    private static bool IsOver(CodeBox house) =>
        house.Box.Entries<PhoneChanged>().Any(change => change.Why == "The help has been told.");
}
