#include "foundation/outcome.hpp"

namespace backprop {

Error::Error(const char* itsCode, std::string itsField, std::string itsValue, std::string isAllowed)
    : code(itsCode), field(std::move(itsField)), value(std::move(itsValue)), allowed(std::move(isAllowed)) {}
Error::Error(const Error&) = default;
Error::Error(Error&&) noexcept = default;
Error& Error::operator=(const Error&) = default;
Error& Error::operator=(Error&&) noexcept = default;
Error::~Error() = default;

}  // namespace backprop
