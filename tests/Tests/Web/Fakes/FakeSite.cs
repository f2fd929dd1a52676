using System.Collections.Immutable;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Yaml;
using Switchhook.Site;
using Switchhook.Site.Diff;
using Switchhook.Site.Flows;
using Switchhook.Site.Switching;
using Switchhook.Storage;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Fakes;

/// <summary>A clinic with two lines and three phones. A file that holds "wrong" is wrong in two places, until one is loaded.</summary>
internal sealed class FakeSite : ISiteAdmin
{
    private static readonly SiteContext Context = new(BoardCatalog.Delivered.ReadAll(), _ => true);

    private readonly SiteVersions _versions;
    private bool _isReal;

    public FakeSite(SiteVersions versions)
    {
        _versions = versions;
        _versions.Add("site:\n  name: Maple Street Clinic\n", "first start", "2 lines, 3 phones");
    }

    public bool IsExample { get; set; }

    public SiteModel Model { get; set; } = new(
        "Maple Street Clinic",
        "US",
        TimeZoneInfo.Utc,
        "en",
        "simulated",
        ImmutableSortedDictionary<string, LineConfig>.Empty
            .Add("main-1", new LineConfig("main-1", "fxo1", "+13125550100", "day", false))
            .Add("main-2", new LineConfig("main-2", "fxo2", "+13125550101", "day", false)),
        ImmutableSortedDictionary<string, PhoneConfig>.Empty
            .Add("101", new PhoneConfig("101", "fxs1", "Front desk", "Ground floor, reception", true))
            .Add("102", new PhoneConfig("102", "fxs2", "Nurse", null, false))
            .Add("103", new PhoneConfig("103", "fxs3", "Back office", null, false)),
        ImmutableSortedDictionary<string, HuntGroupConfig>.Empty.Add("reception", new HuntGroupConfig(
            "reception", ["101", "102"], HuntStrategy.InOrder, TimeSpan.FromSeconds(15), 3, TimeSpan.FromSeconds(5))),
        ImmutableSortedDictionary<string, FlowConfig>.Empty.Add("day", new FlowConfig("day", [new FlowStep.Ring("reception")])),
        ImmutableSortedDictionary<string, PromptConfig>.Empty,
        ImmutableSortedDictionary<string, LineGroupConfig>.Empty,
        [],
        RecordPolicy.Outside,
        ImmutableSortedDictionary<string, LampConfig>.Empty);

    /// <summary>Puts a whole file in force, as a box does at its start.</summary>
    public void Load(string yaml)
    {
        Model = SiteReader.Read(yaml, "site.yaml", Context).Model ?? throw new ArgumentException("The file is wrong.", nameof(yaml));
        _versions.Add(yaml, "a test", "The file of a test.");
        _isReal = true;
    }

    public SiteFindings Check(string yaml)
    {
        var result = SiteReader.Read(yaml, "site.yaml", Context);
        return new SiteFindings(result.Mistakes, result.Omitted, result.Model)
        {
            Changes = result.Model is null ? [] : SiteDiff.Between(Model, result.Model),
            Restart = result.Model is { } model && model.Country != Model.Country ? "The country cannot change while the box runs." : null,
        };
    }

    public SwitchResult Switch(string yaml, SwitchWay way, string name) => QueueFromGroup.Switch(yaml, "site.yaml", Context, way, name);

    public Task<SiteOutcome> ApplyAsync(string yaml, SiteChange change, CancellationToken cancellation) =>
        Task.FromResult(
            change.Base is { } seen && seen != _versions.Latest()!.Version.Number
                ? new SiteOutcome.Overtaken(_versions.Latest()!.Version)
            : _isReal ? Really(yaml, change)
            : Pretend(yaml, change));

    private SiteOutcome Really(string yaml, SiteChange change)
    {
        if (Check(yaml) is not { Model: { } model } findings)
        {
            return new SiteOutcome.Wrong(Check(yaml).Mistakes, 0);
        }

        if (findings.Restart is { } why && !change.MayRestart)
        {
            return new SiteOutcome.NotNow(why);
        }

        (Model, IsExample) = (model, false);
        return new SiteOutcome.Applied(
            _versions.Add(yaml, change.By, string.Join(' ', findings.Changes), change.Note)!, [.. findings.Mistakes])
        {
            Restarts = findings.Restart is not null,
        };
    }

    private SiteOutcome Pretend(string yaml, SiteChange change) =>
        yaml.Contains("wrong", StringComparison.Ordinal)
            ? new SiteOutcome.Wrong(
                [
                    new Mistake("site.yaml", 3, 5, "There is no phone 109.", "Write one of 101, 102, 103.", Severity.Error),
                    new Mistake("site.yaml", 7, 1, "\"flow\" is not known here.", "Did you mean \"flows\"?", Severity.Error),
                ],
                Omitted: 0)
            : new SiteOutcome.Applied(_versions.Add(yaml, change.By, "Changed by a test.", change.Note)!, []);
}
