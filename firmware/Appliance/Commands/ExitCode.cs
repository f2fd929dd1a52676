namespace Switchhook.Appliance.Commands;

/// <summary>Exit codes of the program.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>The input is wrong; the output says where and how to mend it.</summary>
    public const int WrongInput = 1;

    /// <summary>The box could not start or do what was asked.</summary>
    public const int Failed = 2;
}
