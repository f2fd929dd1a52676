namespace Switchhook.Site.Queues;

/// <summary>What holds for queues and agents when the site file says nothing, and the limits of what it may say.</summary>
public static class QueueDefaults
{
    /// <summary>Who gets the next caller.</summary>
    public const QueueStrategy Strategy = QueueStrategy.LongestIdle;

    /// <summary>How much a queue counts.</summary>
    public const int Weight = 1;

    /// <summary>The most that a queue can count.</summary>
    public const int MostWeight = 10;

    /// <summary>Unanswered offers that pause an agent.</summary>
    public const int Missed = 1;

    /// <summary>Most unanswered offers that may be allowed.</summary>
    public const int MostMissed = 10;

    /// <summary>Most callers that can wait in a queue.</summary>
    public const int MostWaiting = 200;

    /// <summary>The worst level of a skill; 1 is the best.</summary>
    public const int WorstLevel = 5;

    /// <summary>Most skills of an agent, a queue or a step.</summary>
    public const int MostSkills = 50;

    /// <summary>Most agents of a queue.</summary>
    public const int MostAgents = 500;

    /// <summary>Digits of the shortest agent's code.</summary>
    public const int ShortestCode = 2;

    /// <summary>Digits of the longest agent's code.</summary>
    public const int LongestCode = 4;

    /// <summary>Most characters of a pause reason or a disposition.</summary>
    public const int LongestWords = 60;

    /// <summary>Most messages between the music.</summary>
    public const int MostMessages = 20;

    /// <summary>Most overflow rules of a queue.</summary>
    public const int MostOverflow = 20;

    /// <summary>How fast callers are to be answered: what call centres have long promised.</summary>
    public static readonly ServiceLevel ServiceLevel = new(80, TimeSpan.FromSeconds(20));

    /// <summary>Longest time of a service level.</summary>
    public static readonly TimeSpan LongestServiceLevel = TimeSpan.FromHours(1);

    /// <summary>Who hangs up before that has probably dialled a wrong number.</summary>
    public static readonly TimeSpan ShortAbandon = TimeSpan.FromSeconds(5);

    /// <summary>Longest short abandon; later it is somebody who got tired of waiting.</summary>
    public static readonly TimeSpan LongestShortAbandon = TimeSpan.FromMinutes(1);

    /// <summary>Time to finish after a call.</summary>
    public static readonly TimeSpan WrapUp = TimeSpan.FromSeconds(10);

    /// <summary>Longest time to finish.</summary>
    public static readonly TimeSpan LongestWrapUp = TimeSpan.FromMinutes(30);

    /// <summary>How long a caller waits for an agent whom a step names.</summary>
    public static readonly TimeSpan NamedAgent = TimeSpan.FromSeconds(30);

    /// <summary>Time between interruptions of the music.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(45);

    /// <summary>Shortest time between interruptions; with a shorter one nobody would hear music.</summary>
    public static readonly TimeSpan ShortestEvery = TimeSpan.FromSeconds(10);

    /// <summary>Longest time between interruptions.</summary>
    public static readonly TimeSpan LongestEvery = TimeSpan.FromMinutes(10);

    /// <summary>How long callers have waited who are offered to be called back.</summary>
    public static readonly TimeSpan CallbackAfter = TimeSpan.FromSeconds(60);

    /// <summary>How long the box tries to call back.</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromHours(2);

    /// <summary>Shortest time to keep the promise.</summary>
    public static readonly TimeSpan ShortestKeep = TimeSpan.FromMinutes(5);

    /// <summary>Longest time to keep the promise.</summary>
    public static readonly TimeSpan LongestKeep = TimeSpan.FromHours(24);

    /// <summary>Longest message when the file says nothing.</summary>
    public static readonly TimeSpan Message = TimeSpan.FromMinutes(2);

    /// <summary>The least that the limit of a message can be.</summary>
    public static readonly TimeSpan ShortestMessage = TimeSpan.FromSeconds(10);

    /// <summary>The most that the limit of a message can be.</summary>
    public static readonly TimeSpan LongestMessage = TimeSpan.FromMinutes(10);

    /// <summary>How long a message waits that nobody hears.</summary>
    public static readonly TimeSpan MessageKept = TimeSpan.FromDays(7);

    /// <summary>Longest head start.</summary>
    public static readonly TimeSpan LongestHeadStart = TimeSpan.FromHours(2);

    /// <summary>Shortest time where none at all makes no sense.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Longest time that a caller is held for some of the agents only.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(30);

    /// <summary>Longest wait of a caller that a rule or an alarm may name.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(4);
}
