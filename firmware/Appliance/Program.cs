using System.CommandLine;
using Switchhook.Appliance.Commands;

var root = new RootCommand("Switchhook: the firmware of a small phone appliance.")
{
    RunCommand.Create(),
    CheckCommand.Create(),
    SwitchCommand.Create(),
    HardwareCommand.Create(),
    TokenCommand.Create(),
    CertificateCommand.Create(),
    SecretCommand.Create(new ConsoleSecretInput()),
};
return await root.Parse(args).InvokeAsync();
