using System.CommandLine;
using Switchhook.Appliance.Commands;
using Switchhook.Appliance.Commands.Secrets;

var root = new RootCommand("Switchhook: the firmware of a small phone appliance.")
{
    RunCommand.Create(),
    CheckCommand.Create(),
    SwitchCommand.Create(),
    SpeakCommand.Create(),
    HardwareCommand.Create(),
    TokenCommand.Create(),
    CertificateCommand.Create(),
    SecretCommand.Create(new ConsoleSecretInput()),
    BundleCommand.Create(),
    BackupCommand.Create(new ConsoleSecretInput()),
    BackupCommand.CreateRestore(new ConsoleSecretInput()),
};
return await root.Parse(args).InvokeAsync();
