namespace Switchhook.Storage.Accounts;

/// <summary>What a person or a program is to the box. What each may do stands in one place of the web.</summary>
public enum Role
{
    /// <summary>May do everything.</summary>
    Admin,

    /// <summary>Runs the queues: callers, agents, reports, recordings, night, messages.</summary>
    Supervisor,

    /// <summary>Answers callers: sees what happens, and does what an agent does at the phone.</summary>
    Agent,

    /// <summary>Sets the box up, and hears no caller.</summary>
    Installer,

    /// <summary>Reads what happened, and changes nothing.</summary>
    Auditor,
}
