using System.Globalization;

namespace ContactCenter.Domain.Calls;

/// <summary>Sentences for the places where no call needs to be opened to know what is said: only the language, which travels in the address.</summary>
public static class SpokenNotices
{
    /// <summary>To a caller whose agent is expected back.</summary>
    public static Say AgentBackSoon(string language) => In(language, s => s.AgentBackSoon);

    /// <summary>To an agent whose own telephone is rung.</summary>
    public static Say AgentPhone(string language) => In(language, s => s.AgentPhone);

    /// <summary>To a caller who had asked to be called back.</summary>
    public static Say Callback(string language) => In(language, s => s.Callback);

    /// <summary>To a patient whom an agent rings for the practice.</summary>
    public static Say PracticeRings(string practice, string language) => In(language, s => string.Format(CultureInfo.InvariantCulture, s.PracticeRings, practice));

    /// <summary>To whom the practice names, before the caller is connected.</summary>
    public static Say PatientCalls(string language) => In(language, s => s.PatientCalls);

    public static Say Refused(string language) => In(language, s => s.TransferRefused);

    public static Say CallIsOver(string language) => In(language, s => s.CallIsOver);

    private static Say In(string language, Func<CallSentences, string> which)
    {
        var sentences = CallSentences.For(language);
        return new Say(which(sentences), sentences.Language);
    }
}
