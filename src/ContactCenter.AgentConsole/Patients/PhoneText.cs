namespace ContactCenter.AgentConsole.Patients;

/// <summary>Writes E.164 numbers as they are read aloud in France; foreign ones stay as they are.</summary>
internal static class PhoneText
{
    public static string Of(string number)
    {
        if (number is not ['+', '3', '3', .. { Length: 9 } national])
            return number;
        return $"0{national[0]} {national[1..3]} {national[3..5]} {national[5..7]} {national[7..9]}";
    }
}
