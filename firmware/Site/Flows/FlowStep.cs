namespace Switchhook.Site.Flows;

/// <summary>A step of a flow. Compared by value.</summary>
public abstract record FlowStep
{
    private FlowStep()
    {
    }

    /// <summary>Where the step may send the caller, in the order of the file; empty for one that does not decide.</summary>
    public virtual IReadOnlyList<LabelledBranch> Branches => [];

    /// <summary>The step, and those that stand in its branches.</summary>
    public IEnumerable<FlowStep> WithInner => Branches
        .Select(branch => branch.Branch)
        .OfType<Branch.Inline>()
        .SelectMany(inner => inner.Steps)
        .SelectMany(step => step.WithInner)
        .Prepend(this);

    /// <summary>The flows that its branches lead to.</summary>
    public IEnumerable<string> BranchFlows => Branches.Select(branch => branch.Branch).OfType<Branch.To>().Select(to => to.Flow);

    /// <summary>Answers, and plays a prompt (<c>play</c>). A key cuts it short.</summary>
    public sealed record Play(string Prompt) : FlowStep;

    /// <summary>Lets the caller choose by keys (<c>menu</c>).</summary>
    /// <param name="Prompt">What he hears.</param>
    /// <param name="Keys">One to four keys each, and where they lead.</param>
    /// <param name="TakesExtensions">True when he may dial the number of a phone of the house instead.</param>
    /// <param name="Rules">How he is asked.</param>
    /// <param name="Else">Where he goes who has chosen nothing.</param>
    public sealed record Menu(
        string Prompt, ValueList<LabelledBranch> Keys, bool TakesExtensions, EntryRules Rules, Branch Else) : FlowStep
    {
        /// <inheritdoc/>
        public override IReadOnlyList<LabelledBranch> Branches => [.. Keys, new(ElseWord, Else)];
    }

    /// <summary>Takes a number from the caller (<c>collect</c>).</summary>
    /// <param name="Prompt">What he hears.</param>
    /// <param name="Into">The name that its value has in later steps.</param>
    /// <param name="Least">Fewest digits.</param>
    /// <param name="Most">Most digits; so many end the entry, as <c>#</c> does.</param>
    /// <param name="Rules">How he is asked.</param>
    /// <param name="Else">Where he goes who has entered nothing that fits.</param>
    public sealed record Collect(string Prompt, string Into, int Least, int Most, EntryRules Rules, Branch Else) : FlowStep
    {
        /// <inheritdoc/>
        public override IReadOnlyList<LabelledBranch> Branches => [new(ElseWord, Else)];
    }

    /// <summary>Asks a question: 1 is yes, 2 is no (<c>ask</c>).</summary>
    /// <param name="Prompt">The question; which keys there are is said by the box.</param>
    /// <param name="Yes">Where 1 leads.</param>
    /// <param name="No">Where 2 leads.</param>
    /// <param name="Rules">How he is asked.</param>
    /// <param name="Else">Where he goes who does not answer.</param>
    public sealed record Ask(string Prompt, Branch Yes, Branch No, EntryRules Rules, Branch Else) : FlowStep
    {
        /// <inheritdoc/>
        public override IReadOnlyList<LabelledBranch> Branches => [new("yes", Yes), new("no", No), new(ElseWord, Else)];
    }

    /// <summary>Goes by the hours (<c>hours</c>).</summary>
    /// <param name="Hours">The timetable.</param>
    /// <param name="Open">Where callers go while it is open.</param>
    /// <param name="Closed">Where they go while it is closed.</param>
    /// <param name="Holiday">Where they go when it is closed because of a holiday.</param>
    public sealed record ByHours(string Hours, Branch Open, Branch Closed, Branch Holiday) : FlowStep
    {
        /// <inheritdoc/>
        public override IReadOnlyList<LabelledBranch> Branches => [new("open", Open), new("closed", Closed), new("holiday", Holiday)];
    }

    /// <summary>The caller hears a language from now on (<c>language: zh</c>).</summary>
    public sealed record Speak(string Language) : FlowStep;

    /// <summary>
    /// The caller chooses a language, each offered in itself (<c>language: {keys: …}</c>); without a choice it is the first.
    /// </summary>
    /// <param name="Keys">Languages by key; compared by value.</param>
    /// <param name="Rules">How he is asked.</param>
    public sealed record ChooseLanguage(ValueList<LanguageKey> Keys, EntryRules Rules) : FlowStep;

    /// <summary>Goes by who calls: the first case that fits (<c>caller</c>); whom none fits goes on with the next step.</summary>
    public sealed record ByCaller(ValueList<CallerCase> Cases) : FlowStep
    {
        /// <inheritdoc/>
        public override IReadOnlyList<LabelledBranch> Branches => [.. Cases.Select(one => new LabelledBranch(one.When, one.Then))];
    }

    /// <summary>Looks a value up in a table; the columns that the table names are values of the call then (<c>look-up</c>).</summary>
    /// <param name="Table">The table.</param>
    /// <param name="By">Name of the value; null for the number of the caller.</param>
    /// <param name="Found">Where the caller goes who is in it.</param>
    /// <param name="Missing">Where he goes who is not.</param>
    /// <param name="Failed">Where he goes when the table cannot be read in time.</param>
    public sealed record LookUp(string Table, string? By, Branch Found, Branch Missing, Branch Failed) : FlowStep
    {
        /// <inheritdoc/>
        public override IReadOnlyList<LabelledBranch> Branches => [new("found", Found), new("missing", Missing), new("failed", Failed)];
    }

    /// <summary>Goes by a value of the call (<c>choose</c>).</summary>
    /// <param name="Value">Its name.</param>
    /// <param name="Cases">What it may be, without regard to case, and where that leads.</param>
    /// <param name="Else">Where any other value leads, and none.</param>
    public sealed record Choose(string Value, ValueList<LabelledBranch> Cases, Branch Else) : FlowStep
    {
        /// <inheritdoc/>
        public override IReadOnlyList<LabelledBranch> Branches => [.. Cases, new(ElseWord, Else)];
    }

    /// <summary>Says what the caller gets in the queues that follow (<c>set</c>). What is null stays as it is.</summary>
    /// <param name="HeadStart">He counts as if he had come so much earlier.</param>
    /// <param name="Skills">Skills that he needs, beside those of queue and step; null to leave them as they are.</param>
    /// <param name="Agent">The agent whom he wants; <c>{name}</c> for a value of the call.</param>
    /// <param name="Grade">His grade; <c>{name}</c> for a value of the call.</param>
    public sealed record Set(TimeSpan? HeadStart, ValueList<string>? Skills, string? Agent, string? Grade) : FlowStep;

    /// <summary>Says a value of the call (<c>say</c>); nothing without one.</summary>
    /// <param name="Value">Its name.</param>
    /// <param name="As">How.</param>
    public sealed record Say(string Value, ValueKind As) : FlowStep;

    /// <summary>Rings a hunt group; goes on with the next step when nobody answers (<c>ring</c>).</summary>
    public sealed record Ring(string Group) : FlowStep;

    /// <summary>Rings one phone of the house; goes on with the next step when nobody answers (<c>phone</c>).</summary>
    /// <param name="Number">Its extension number.</param>
    /// <param name="RingTime">How long.</param>
    public sealed record RingPhone(string Number, TimeSpan RingTime) : FlowStep;

    /// <summary>Calls a number outside for the caller; goes on with the next step when nobody answers (<c>outside</c>).</summary>
    /// <param name="Number">In E.164.</param>
    /// <param name="Over">Line group.</param>
    /// <param name="RingTime">How long.</param>
    public sealed record RingOutside(string Number, string Over, TimeSpan RingTime) : FlowStep;

    /// <summary>
    /// Answers, and lets the caller wait for an agent; goes on with the next step when the queue does not take the caller or lets go of
    /// him without another flow (<c>queue</c>). Compared by value.
    /// </summary>
    /// <param name="Name">The queue.</param>
    /// <param name="HeadStart">The caller counts as if he had come so much earlier.</param>
    /// <param name="Skills">Skills that he needs beside those of the queue.</param>
    /// <param name="Agent">The agent of the queue whom he wants; null for any.</param>
    /// <param name="AgentFor">How long he waits for that agent before others are offered the call; zero without one.</param>
    public sealed record Enqueue(string Name, TimeSpan HeadStart, ValueList<string> Skills, string? Agent, TimeSpan AgentFor) : FlowStep;

    /// <summary>Takes a message into a mailbox; goes on with the next step when the caller is still there (<c>voicemail</c>).</summary>
    public sealed record Voicemail(string Mailbox) : FlowStep;

    /// <summary>Asks the questions of a survey; goes on with the next step when the caller is still there (<c>survey</c>).</summary>
    public sealed record Survey(string Name) : FlowStep;

    /// <summary>Goes on with another flow (<c>go</c>).</summary>
    public sealed record Go(string Flow) : FlowStep;

    /// <summary>Ends the call (<c>hang-up</c>).</summary>
    public sealed record HangUp : FlowStep;

    /// <summary>The label of a branch for all that no other is for.</summary>
    public const string ElseWord = "else";
}

/// <summary>A language and the key that chooses it.</summary>
/// <param name="Key">A digit.</param>
/// <param name="Language">One of the site.</param>
public sealed record LanguageKey(string Key, string Language);
