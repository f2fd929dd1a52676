using Switchhook.Guest.Running;

if (args is not [var group, var folder])
{
    Console.Error.WriteLine("Usage: Switchhook.Guest.dll GROUP FOLDER   (tests/Image runs it inside the guest)");
    return 2;
}

return await ScenarioRunner.RunAsync(group, folder);
