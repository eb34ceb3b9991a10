"""What sections, blocks and roles are called, for sentences on every floor."""

from canvasdesk.model.business import Block
from canvasdesk.model.canvas import Role
from canvasdesk.model.sections import Section
from canvasdesk.words import translate


def section_name(section: Section) -> str:
    """Give the name of a section, as its title has it."""
    return {
        Section.JOBS: translate("Section", "Customer jobs"),
        Section.PAINS: translate("Section", "Pains"),
        Section.GAINS: translate("Section", "Gains"),
        Section.PRODUCTS: translate("Section", "Products and services"),
        Section.RELIEVERS: translate("Section", "Pain relievers"),
        Section.CREATORS: translate("Section", "Gain creators"),
    }[section]


def block_name(block: Block) -> str:
    """Give the name of a block of the business model, as its title has it."""
    return {
        Block.SEGMENTS: translate("Block", "Customer segments"),
        Block.PROPOSITIONS: translate("Block", "Value propositions"),
        Block.CHANNELS: translate("Block", "Channels"),
        Block.RELATIONSHIPS: translate("Block", "Customer relationships"),
        Block.REVENUE: translate("Block", "Revenue streams"),
        Block.RESOURCES: translate("Block", "Key resources"),
        Block.ACTIVITIES: translate("Block", "Key activities"),
        Block.PARTNERS: translate("Block", "Key partners"),
        Block.COSTS: translate("Block", "Cost structure"),
    }[block]


def role_name(role: Role) -> str:
    """Give the name of a stakeholder's role."""
    return {
        Role.END_USER: translate("Role", "End user"),
        Role.INFLUENCER: translate("Role", "Influencer"),
        Role.RECOMMENDER: translate("Role", "Recommender"),
        Role.ECONOMIC_BUYER: translate("Role", "Economic buyer"),
        Role.DECISION_MAKER: translate("Role", "Decision maker"),
        Role.PROCUREMENT: translate("Role", "Procurement"),
        Role.SABOTEUR: translate("Role", "Saboteur"),
    }[role]
