namespace ContactCenter.TwilioSimulator.Driving;

/// <summary>Telephones to dial with and to answer at: of a simulator in this process, or of one that runs elsewhere.</summary>
internal interface IPhones
{
    Handset Dial(string from, string to);

    /// <summary>Says what the telephone at a number does each time it rings.</summary>
    void WhenRung(string number, Func<Handset, Task> behaves);
}

/// <summary>What a hand on a telephone can do.</summary>
internal interface IPhoneLine
{
    void Answer();

    void Refuse();

    /// <summary>Lets a voicemail take the call.</summary>
    void LetVoicemailAnswer();

    void Press(string keys);

    void Speak(string words);

    void HangUp();
}
