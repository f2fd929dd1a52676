using System.CommandLine;
using Switchhook.Appliance.Hosting;
using Switchhook.Appliance.Inspection;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Dahdi;
using Switchhook.Hardware.Linux.Survey;
using Switchhook.Site;
using Switchhook.Storage;

namespace Switchhook.Appliance.Commands;

/// <summary><c>hardware</c>: tells what hardware is there, tests it for some seconds, and says in words what is wrong.</summary>
internal static class HardwareCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var board = new Option<string?>("--board")
        {
            Description = "The board to test. Default: the board of the site, else the one that this machine is.",
        };
        var seconds = new Option<int>("--seconds") { Description = "For how long the line cards run.", DefaultValueFactory = _ => 3 };
        seconds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 600)
            {
                result.AddError("--seconds takes 1 to 600.");
            }
        });
        var json = new Option<bool>("--json") { Description = "For programs." };
        var data = CommonOptions.Data();
        var command = new Command("hardware", "Tell what hardware is there, test it, and say what is wrong.")
        {
            board,
            seconds,
            json,
            data,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var survey = LinuxSurvey.Take();
            var name = parsed.GetValue(board) ?? BoardOfSite(parsed.GetValue(data)!.FullName) ?? BoardOfMachine(survey);
            if (name is not null && !BoardCatalog.Delivered.Names.Contains(name))
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(
                    $"There is no board \"{name}\"; there are: {string.Join(", ", BoardCatalog.Delivered.Names)}.");
                return ExitCode.WrongInput;
            }

            var length = TimeSpan.FromSeconds(parsed.GetValue(seconds));
            var report = Look(survey, name, parsed.GetValue(data)!.FullName, length, cancel);
            await output.WriteLineAsync(parsed.GetValue(json) ? report.ToJson() : report.ToText());
            return report.Faults == 0 ? ExitCode.Ok : ExitCode.Failed;
        });
        return command;
    }

    private static HardwareReport Look(SurveyReport survey, string? board, string data, TimeSpan length, CancellationToken cancel)
    {
        HardwareSection[] machine = [MachineInspection.Machine(survey), MachineInspection.Dahdi(DahdiSurvey.Read())];
        return new HardwareReport(
        [
            .. machine,
            board is null ? Untested("Board", NoBoard(survey))
            : Database.IsOwned(data) ? Untested($"Board {board}", "The box is running and uses it: see its page, or stop it to test.")
            : Test(board, length, cancel),
        ]);
    }

    private static HardwareSection Untested(string title, string why) =>
        new(title, [new HardwareFinding("not tested", HardwareVerdict.Notice, why)]);

    private static HardwareSection Test(string name, TimeSpan length, CancellationToken cancel)
    {
        var result = BoardCatalog.Delivered.Read(name);
        if (result.Board is not { } board)
        {
            return new HardwareSection(
                $"Board {name}", [.. result.Mistakes.Select(mistake => new HardwareFinding("file", HardwareVerdict.Fault, $"{mistake}"))]);
        }

        var time = TimeProvider.System;
        var told = new List<string>();
        void Tell(string words)
        {
            lock (told)
            {
                told.Add(words);
            }
        }

        using var hardware = new BoxHardware(board, time, Tell);
        var (country, random) = (CountryTable.Get(TestCountry), new Random(1));
        using var cards = new CardSet([.. board.Cards.Select(config => hardware.Open(config, country, random))]);
        using var panel = PanelSet.Create(board, hardware.Panel, cards.Fxo, time);
        var ports = new CardInspection(cards.Cards, cards.Ticker(time), time).Run(length, cancel);
        var parts = PanelInspection.Run(panel, cancel);
        lock (told)
        {
            // What a port shows as its fault need not be said again.
            var shown = ports.Where(port => port.Verdict == HardwareVerdict.Fault).Select(port => port.Words).ToList();
            var notices = told.Where(one => !shown.Exists(fault => one.Contains(fault, StringComparison.Ordinal)))
                .Select(one => new HardwareFinding("told", HardwareVerdict.Notice, one));
            return new HardwareSection(
                $"Board {name}{(board.Description is { } words ? $": {words}" : "")}", [.. ports, .. parts, .. notices]);
        }
    }

    // Ports are looked at without a call: no tone and no ring, on which countries differ.
    private const string TestCountry = "US";

    private static string? BoardOfSite(string data)
    {
        var path = Path.Combine(data, "site.yaml");
        return File.Exists(path) ? SiteReader.ReadFile(path).Model?.Board : null;
    }

    // Several boards may be made of one model; then somebody has to choose.
    private static string? BoardOfMachine(SurveyReport survey) =>
        BoardsOf(survey) is [var only] ? only : null;

    private static IReadOnlyList<string> BoardsOf(SurveyReport survey) => survey.Board is { } model
        ? [.. BoardCatalog.Delivered.ReadAll().Values.Where(board => board.IsModel(model)).Select(board => board.Name)]
        : [];

    private static string NoBoard(SurveyReport survey) => BoardsOf(survey) is { Count: > 0 } several
        ? $"No site names a board, and this machine may be one of: {string.Join(", ", several)}. Choose one with --board."
        : "No site names a board, and none is known to be this machine. "
            + $"Choose one with --board: {string.Join(", ", BoardCatalog.Delivered.Names)}.";
}
