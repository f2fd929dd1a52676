using System.CommandLine;

return await new RootCommand("Switchhook: the firmware of a small phone appliance.").Parse(args).InvokeAsync();
