namespace Switchhook.Web.Security.Roles;

/// <summary>What a route of the pages or the API lets its asker do; <see cref="RoleTable"/> says which roles may.</summary>
public enum Ability
{
    /// <summary>See what the box does now, and what stands in its manual.</summary>
    Live,

    /// <summary>Change the own account.</summary>
    Own,

    /// <summary>Read who called, and what happened in a call.</summary>
    Calls,

    /// <summary>Write notes of calls.</summary>
    NoteCalls,

    /// <summary>Let phones of the house call somebody.</summary>
    Dial,

    /// <summary>Hear recordings.</summary>
    Recordings,

    /// <summary>See queues, their callers and their agents.</summary>
    Queues,

    /// <summary>Move callers and agents between queues.</summary>
    RunQueues,

    /// <summary>See what an agent does, with today's figures.</summary>
    Agent,

    /// <summary>Do what an agent does at the phone: log in, pause, be ready.</summary>
    AgentState,

    /// <summary>Read figures of the past and advice that is made of them.</summary>
    Reports,

    /// <summary>Read the list of missed callers.</summary>
    Missed,

    /// <summary>Take missed callers on, call them back, take them off the list.</summary>
    WorkMissed,

    /// <summary>Hear messages in mailboxes, and deal with them.</summary>
    Voicemail,

    /// <summary>Read when the house is open.</summary>
    Hours,

    /// <summary>Switch between day and night.</summary>
    Night,

    /// <summary>Read the site file, its history, its flows and prompts.</summary>
    Site,

    /// <summary>Change the site file and prompts.</summary>
    ChangeSite,

    /// <summary>Set phones up.</summary>
    SetUpPhones,

    /// <summary>Read of emergency calls and of phones that were stopped.</summary>
    Safety,

    /// <summary>Let phones call outside again that were stopped.</summary>
    ReleasePhones,

    /// <summary>See who is kept out of the network, and let in again.</summary>
    Network,

    /// <summary>Move simulated callers and phones.</summary>
    Simulator,

    /// <summary>Have reports sent as mail.</summary>
    MailReports,

    /// <summary>Say which programs outside are told what happens.</summary>
    Webhooks,

    /// <summary>Manage accounts and keys.</summary>
    People,

    /// <summary>Read who did what.</summary>
    Audit,

    /// <summary>See how lines are, and were.</summary>
    Lines,

    /// <summary>See how the machine is, read its log, take a diagnostic bundle without callers' numbers.</summary>
    System,

    /// <summary>Make backups, take a bundle with callers' numbers, start the box anew.</summary>
    RunBox,
}
