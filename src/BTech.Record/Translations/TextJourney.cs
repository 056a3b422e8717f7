namespace BTech.Record.Translations;

/// <summary>Where an original went so that it could be translated. What has left the server cannot be called back.</summary>
public enum TextJourney
{
    /// <summary>Nowhere: it was translated here, by a person at a page of this site or by a program on this server.</summary>
    Stayed = 0,

    /// <summary>To a person or an office outside the team that has promised to delete it.</summary>
    Translator = 1,

    /// <summary>To a service with which there is a contract.</summary>
    ContractedService = 2,

    /// <summary>To a service without a contract, which may keep what it is given.</summary>
    OpenService = 3,
}
