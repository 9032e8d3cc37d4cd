using System.Text.Json.Serialization;

namespace Supervision.Rules.Roster.Tables;

/// <summary>The closed list of what can be said of a roster.</summary>
[JsonConverter(typeof(RosterCodeJson))]
public enum RosterCode
{
    None = 0,

    // Files
    FileTypeRefused = 1,
    FileTooLarge = 2,
    FileDamaged = 3,
    FileProtected = 4,
    FileEmpty = 5,
    EncodingUnreadable = 6,
    TooManyRows = 7,

    // Tables
    SheetNotRecognised = 20,
    SheetHidden = 21,
    SheetEmpty = 22,
    ColumnMissing = 23,
    ColumnUnknown = 24,
    ColumnRepeated = 25,
    ColumnsBeyond = 26,

    // Rows
    BlankRows = 40,
    TitleRow = 41,
    HeaderRow = 42,
    TotalRow = 43,
    NoteRow = 44,
    DuplicateIdentical = 45,
    DuplicateDiffers = 46,
    ExampleRow = 47,

    // Cells
    CellNormalised = 60,
    FieldRequired = 61,
    TextTooLong = 62,
    CodeRestored = 63,
    CodeDamaged = 64,
    NumberInvalid = 65,
    NumberOutOfRange = 66,
    DateInvalid = 67,
    DatesReversed = 68,
    WordUnknown = 69,
    WordsContradict = 70,
    StatusRead = 71,
    CategoryUnclear = 72,
    StudentsDiffer = 73,

    // A spreadsheet's error, a formula without its value, cells merged across columns
    CellUnreadable = 74,
    BlankRead = 75,
    BlankClears = 76,
    TotalEmpty = 77,
    NameLikeFormula = 78,
    CellRepeated = 79,

    // Codes
    SchoolCodeInvalid = 80,
    InstitutionCodeInvalid = 81,
    InspectorCodeInvalid = 82,
    CodeProvinceDiffers = 84,
    CodeCountyDiffers = 85,
    CodeKindDiffers = 86,

    // Places
    CountyUnknown = 100,
    CountyAbolished = 101,
    CountyStatisticalZone = 102,
    CountyNameDiffers = 103,
    CountyNameContradicts = 104,
    OutOfScope = 105,
    TownInvalid = 106,
    TownOfOtherCounty = 107,
    TownUnknown = 108,
    TownNameDiffers = 109,
    PositionOutside = 110,
    PositionSwapped = 111,
    PositionIncomplete = 112,
    SameNameTwice = 113,

    // Assignments
    UnitUnknown = 120,
    UnitClosed = 121,
    InspectorUnknown = 122,
    InspectorOfOtherCounty = 123,
    AssignmentOutsideTerm = 124,
    TermOver = 125,
    ZoneDiffers = 126,
    InspectorOverloaded = 127,
    ZoneOverloaded = 128,

    // Central schools and their teaching points
    CentralInvalid = 160,
    CentralUnknown = 161,
    CentralOfOtherCounty = 162,
    CentralIsAPoint = 163,

    // Carrying it out: the finding repeats the unit's own words
    RefusedByUnit = 140,

    // Rows that change what many others change in the same way
    WaitsForConfirmation = 150,
}

/// <summary>Codes are written the way they are documented: <c>town-of-other-county</c>.</summary>
public sealed class RosterCodeJson() : JsonStringEnumConverter<RosterCode>(System.Text.Json.JsonNamingPolicy.KebabCaseLower);
