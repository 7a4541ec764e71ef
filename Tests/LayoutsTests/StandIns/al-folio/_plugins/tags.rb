# What the theme's plugins do, as far as content goes: every field of the bibliography and every
# link of the person on the page.
module StandIn
  # Prints the fields of the bibliography as the theme does: decoded from TeX, not escaped.
  class Bibliography < Liquid::Tag
    MARKDOWN = %w[additional_info award].freeze

    def initialize(name, text, tokens)
      super
      @selected = text.include?("selected")
    end

    def decode(value)
      value.gsub(/\\text(asciitilde|asciicircum|backslash)\{\}/) do
        { "asciitilde" => "~", "asciicircum" => "^", "backslash" => "\\" }[Regexp.last_match(1)]
      end.gsub("{}", "").gsub(/(?<!\\)[{}]/, "").gsub(/\\([&%$#_{}])/, '\1').gsub("---", "\u2014")
           .gsub("--", "\u2013")
    end

    def render(context)
      site = context.registers[:site]
      text = File.read(File.join(site.source, "_bibliography/papers.bib"), encoding: "utf-8")
      kramdown = site.find_converter_instance(Jekyll::Converters::Markdown)
      entries = text.split(/^@/).drop(1)
      entries = entries.select { |e| e.include?("selected = {true}") } if @selected
      entries.map do |entry|
        fields = entry.scan(/^  ([a-z_]+) = \{(.*)\},$/).map do |name, value|
          value = decode(value)
          value = kramdown.convert(value) if MARKDOWN.include?(name)
          value = value.split(" and ").map { |n| n.split(", ").reverse.join(" ") }.join(", ") if name == "author"
          next "<a href=\"#{value}\">#{name}</a>" if %w[html pdf code video website blog slides poster supp].include?(name)
          next "<a href=\"https://doi.org/#{value}\">DOI</a>" if name == "doi"
          next "<a href=\"https://arxiv.org/abs/#{value}\">arXiv</a>" if name == "arxiv"
          next "<a href=\"https://hal.science/#{value}\">HAL</a>" if name == "hal"
          "<div class=\"#{name}\">#{value}</div>"
        end
        "<div>" + fields.join("\n") + "</div>"
      end.join("\n") + people(site)
    end

    def people(site)
      (site.data["coauthors"] || {}).flat_map { |_, same| same.map { |p| "<a href=\"#{p["url"]}\">coauthor</a>" } }.join
    end
  end

  # Prints the links as the theme's plugin does, and stops the build where that one would.
  class SocialLinks < Liquid::Tag
    NAMES = %w[email github_username scholar_userid orcid_id dblp_url cv_pdf x_username rss_icon].freeze

    def render(context)
      (context.registers[:site].data["socials"] || {}).map do |key, value|
        raise "blank key #{key}" if value.nil? || value == ""
        next "<a href='#{value}' title='#{key}'>#{key}</a>" if NAMES.include?(key)
        "<a href='#{value.fetch("url")}' title='#{value.fetch("title")}'><i class='#{value.fetch("logo")}'></i></a>"
      end.join(" ")
    end
  end
end

Liquid::Template.register_tag("bibliography", StandIn::Bibliography)
Liquid::Template.register_tag("social_links", StandIn::SocialLinks)
