/// The schemas that are built into the tool, from the files of `schema/`.
public enum BundledSchemas {
    /// The bytes of each file, by its name without the ending.
    public static let all: [String: [UInt8]] = [
        "awards": PackageResources.awards_schema_json,
        "common": PackageResources.common_schema_json,
        "education": PackageResources.education_schema_json,
        "labfolio": PackageResources.labfolio_schema_json,
        "news": PackageResources.news_schema_json,
        "positions": PackageResources.positions_schema_json,
        "profile": PackageResources.profile_schema_json,
        "projects": PackageResources.projects_schema_json,
        "publications": PackageResources.publications_schema_json,
        "sections": PackageResources.sections_schema_json,
        "service": PackageResources.service_schema_json,
        "talks": PackageResources.talks_schema_json,
        "teaching": PackageResources.teaching_schema_json,
    ]
}
