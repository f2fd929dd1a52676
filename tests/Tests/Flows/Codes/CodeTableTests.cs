using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Flows.Codes;
using Switchhook.Flows.Dialling;
using Switchhook.Testing;
using Switchhook.Tests.Repository;
using Switchhook.Tests.Site;

namespace Switchhook.Tests.Flows.Codes;

/// <summary>One table of codes: for dialling, for the docs, and for what else must keep clear of them.</summary>
public sealed class CodeTableTests
{
    private readonly DialPlan _plan = new(Sites.Clinic(), Sites.UnitedStates);

    [Fact]
    public void The_office_reads_the_codes_that_there_are()
    {
        var text = RepositoryFiles.All.Single(file => file.Path == "docs/office.md").Text;
        var section = text[text.IndexOf("## Codes", StringComparison.Ordinal)..];
        var lines = section[..section.IndexOf("\n## Phones", StringComparison.Ordinal)].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        Assert.Equal(CodeTable.Families.Select(family => family.Line), lines.Select(line => line.TrimEnd('\r')));
    }

    [Fact]
    public void No_two_codes_of_a_site_are_alike()
    {
        var site = Sites.Clinic();
        var codes = CodeTable.Families.SelectMany(family => family.Codes(site)).Select(code => code.Key).ToList();

        Assert.Equal(codes.Distinct(), codes);
        Assert.Contains("*8101", codes);
        Assert.Contains("*48104", codes);
    }

    [Theory]
    [InlineData("*", DialVerdict.Incomplete)]
    [InlineData("*7", DialVerdict.Incomplete)]
    [InlineData("*78", DialVerdict.Complete)]
    [InlineData("*8", DialVerdict.CompleteOrMore)]
    [InlineData("*8101", DialVerdict.Complete)]
    [InlineData("*72", DialVerdict.Incomplete)]
    [InlineData("*7210", DialVerdict.Incomplete)]
    [InlineData("*72102", DialVerdict.Complete)]
    [InlineData("*72102#", DialVerdict.Complete)]
    [InlineData("*7295550100", DialVerdict.CompleteOrMore)]
    [InlineData("*72*", DialVerdict.Refused)]
    [InlineData("*72#", DialVerdict.Refused)]
    [InlineData("*72911", DialVerdict.Refused)]
    [InlineData("*729911", DialVerdict.Refused)]
    [InlineData("*74", DialVerdict.Incomplete)]
    [InlineData("*76102", DialVerdict.Complete)]
    [InlineData("*76911", DialVerdict.Refused)]
    [InlineData("*77", DialVerdict.Complete)]
    [InlineData("*41", DialVerdict.Refused)]
    public void The_table_classifies_what_was_dialled_so_far(string digits, DialVerdict verdict) =>
        Assert.Equal(verdict, _plan.Classify(digits));

    [Fact]
    public void A_number_after_the_code_of_forwarding_is_what_the_user_would_dial()
    {
        Assert.Equal(new DialTarget.PhoneCode(new PhoneAction.Forward(ForwardWhen.Always, "102")), _plan.Find("*72102#"));
        Assert.Equal(new DialTarget.PhoneCode(new PhoneAction.Forward(ForwardWhen.Always, "95550100")), _plan.Find("*7295550100#"));
        Assert.Equal(new DialTarget.PhoneCode(new PhoneAction.Forward(ForwardWhen.Busy, "102")), _plan.Find("*74102"));
        Assert.Equal(new DialTarget.PhoneCode(new PhoneAction.Forward(ForwardWhen.NoAnswer, "102")), _plan.Find("*76102#"));
        Assert.IsType<DialTarget.Unknown>(_plan.Find("*72105"));
        Assert.IsType<DialTarget.Unknown>(_plan.Find("*74911"));
        Assert.IsType<DialTarget.Unknown>(_plan.Find("*72911#"));
    }

    [Fact]
    public void The_number_of_the_emergency_test_keeps_clear_of_each_code()
    {
        var codes = CodeTable.Families.Select(family => family.Pattern.Split(' ')[0]).Where(code => code[0] == '*').ToList();
        Assert.Equal(27, codes.Count);
        Assert.All(codes, code =>
        {
            var test = code.PadRight(6, '0');
            var read = SiteTexts.Read($"{SiteTexts.Clinic}emergency: {{test-number: \"{test}\"}}\n");
            Assert.Contains(read.Mistakes, mistake => mistake.What.StartsWith($"{test} begins like the code", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void A_site_without_phones_has_no_codes_of_phones() =>
        Assert.Null(new CodeTable(Sites.Clinic() with { Phones = Sites.Clinic().Phones.Clear() }).Find("*78"));
}
