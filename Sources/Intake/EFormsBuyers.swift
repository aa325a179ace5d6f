import Tenders
import XML

extension EFormsReading {
  /// The buyers (OPT-300) in their order: several when they buy together.
  mutating func readBuyers() {
    let organizations = organizations()
    for contracting in xml.children(root, "ContractingParty") {
      let types = xml.all(contracting, "ContractingPartyType", "PartyTypeCode")
      // BT-11; BT-10 for authorities, BT-610 for entities
      let legalType = code(types, list: "buyer-legal-type")
      let activities = xml.all(contracting, "ContractingActivity", "ActivityTypeCode")
      let authority = code(activities, list: "authority-activity")
      let entity = code(activities, list: "entity-activity")
      let kind = BuyerKind(legalType: legalType, authorityActivity: authority, entityActivity: entity)
      for party in xml.children(contracting, "Party") {
        for reference in xml.all(party, "PartyIdentification", "ID") {
          let organization = xml.value(reference).flatMap { organizations[$0] }
          var buyer = buyer(organization ?? Organization(own: party, company: nil))
          buyer.kind = kind
          buyer.activity = authority ?? entity ?? activities.first.flatMap { xml.value($0) }
          if buyer != Buyer(name: nil) { tender.buyers.append(buyer) }
        }
      }
    }
    tender.country = tender.buyers.lazy.compactMap(\.country).first
  }

  /// A company or one of its touch points.
  private struct Organization {
    var own: Document.Element
    /// The company of a touch point: it states what the touch point leaves out.
    var company: Document.Element?
  }

  /// The organisations of the notice by their technical identifiers (OPT-200, OPT-201).
  private func organizations() -> [String: Organization] {
    guard let notice, let list = xml.child(notice, "Organizations") else { return [:] }
    var found: [String: Organization] = [:]
    for organization in xml.children(list, "Organization") {
      let company = xml.child(organization, "Company")
      for name in ["Company", "TouchPoint"] {
        for party in xml.children(organization, name) {
          guard let id = xml.value(xml.first(party, "PartyIdentification", "ID")), found[id] == nil
          else { continue }
          found[id] = Organization(own: party, company: company)
        }
      }
    }
    return found
  }

  private func buyer(_ organization: Organization) -> Buyer {
    let parties = [organization.own, organization.company].compactMap(\.self)
    func first(_ read: (Document.Element) -> String?) -> String? { parties.lazy.compactMap(read).first }
    return Buyer(
      name: first { texts.best(xml.all($0, "PartyName", "Name")) },
      id: first { xml.value(xml.first($0, "PartyLegalEntity", "CompanyID")) },
      country: first { xml.value(xml.first($0, "PostalAddress", "Country", "IdentificationCode")) }
        .flatMap(Codes.country),
      nuts: first { xml.value(xml.first($0, "PostalAddress", "CountrySubentityCode")) })
  }
}

extension BuyerKind {
  /// The kind by legal type (BT-11, also its retired codes); where that says no more than public law, by activity.
  fileprivate init(legalType: String?, authorityActivity: String?, entityActivity: String?) {
    let byActivity: BuyerKind? =
      switch authorityActivity {
      case "education": .education
      case "health": .health
      default: entityActivity == nil ? nil : .utility
      }
    switch legalType ?? "" {
    case let type where type.hasPrefix("body-pl"): self = byActivity ?? .bodyGovernedByPublicLaw
    case "org-sub-cga": self = .agency
    case let type where type.hasPrefix("cga"): self = .ministry
    case "ra": self = .region
    case "la", "rl-aut": self = .municipality
    case let type where type.hasPrefix("pub-undert"): self = .utility
    case "spec-rights-entity": self = .utility
    case "eu-ins-bod-ag", "eu-int-org": self = .euInstitution
    case "": self = byActivity ?? .unknown
    default: self = .other
    }
  }
}
