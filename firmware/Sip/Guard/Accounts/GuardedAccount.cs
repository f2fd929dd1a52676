namespace Switchhook.Sip.Guard.Accounts;

/// <summary>What is known of one account: wrong passwords from anywhere, and the addresses that it is used from.</summary>
internal sealed class GuardedAccount(TimeSpan now)
{
    private readonly List<Home> _homes = [];
    private BackOff _elsewhere;

    /// <summary>When anything happened last.</summary>
    public TimeSpan Touched { get; private set; } = now;

    /// <summary>True when a right password was given from somewhere.</summary>
    public bool IsUsed => _homes.Count > 0;

    /// <summary>How long attempts from there are not looked at.</summary>
    public TimeSpan Wait(AddressKey from, TimeSpan now) => HomeAt(from) is { } home ? home.BackOff.Left(now) : _elsewhere.Left(now);

    /// <summary>A right password.</summary>
    public void Succeed(AddressKey from, TimeSpan now, AccountLimits limits)
    {
        Touched = now;
        _homes.RemoveAll(home => home.Address == from);
        _homes.Add(new Home(from));
        if (_homes.Count > limits.Homes)
        {
            _homes.RemoveAt(0);
        }
    }

    /// <summary>A wrong one.</summary>
    /// <returns>How many now, from there if the account is used there, or from all other addresses.</returns>
    public int Fail(AddressKey from, TimeSpan now, AccountLimits limits)
    {
        Touched = now;
        if (HomeAt(from) is { } home)
        {
            home.BackOff.Fail(now, limits.FreeAtHome, limits.WaitAtHome, limits.WaitAtHome, limits.ForgottenAfter);
            return home.BackOff.Failures;
        }

        _elsewhere.Fail(now, limits.Free, limits.FirstWait, limits.LongestWait, limits.ForgottenAfter);
        return _elsewhere.Failures;
    }

    private Home? HomeAt(AddressKey from) => _homes.Find(home => home.Address == from);

    private sealed class Home(AddressKey address)
    {
        public AddressKey Address { get; } = address;

        public BackOff BackOff;
    }
}
